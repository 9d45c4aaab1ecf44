# `hegao figures` lists claims by section, fills the 数据核实表, and keeps spreadsheets from harm.
printf '一、工作情况\n全年受理案件387件，已办结案件265件，结案率达68.5%%。\n远程会见234次。\n' >a.txt
run 0 figures a.txt
says '265 ÷ 387 = 68.475…% → 68.5%'
says '未办结'
says '122件'
says '一、工作情况'
says '远程会见234次'

run 0 figures --format csv a.txt
head -c 3 out | od -An -tx1 | grep -q 'ef bb bf' || fail "no byte order mark"
says '"序号","章节","原文","数值","单位","关系与算式","结论","数据口径","统计截止","责任科室","核实值","核实人","核实日期"'
says '"68.5","%"'
[ "$(grep -c '' out)" = 5 ] || fail "not a line a figure"
tr -d '\r' <out | cmp -s - out && fail "lines do not end with CR LF"

printf '=1+1受理来信5件，"引用"金额-3.5万元。\n' >b.txt
run 0 figures --format csv b.txt
grep -q '"=' out && fail "a field may be taken for a formula"

run 0 figures --format csv a.txt b.txt
says '"文件","序号"'
run 0 figures --format json a.txt
says '"claims"'
run 0 figures -o table.csv --format csv a.txt
[ -s table.csv ] || fail "no output file"
run 2 figures
run 2 figures --format xlsx a.txt
says 'text、csv、json'
run 2 figures missing.txt
