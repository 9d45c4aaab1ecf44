# Figures from CSV and JSON: encodings, separators, empty cells, unknown names.
write() {
    run 0 new annual-report -o out.docx --force --set unit=清河县司法局 "$@"
    run 0 text out.docx
}

printf 'accepted,1181\nsucceeded,1159\n' >plain.csv
write --data plain.csv
says '全年共受理矛盾纠纷1181件，调解成功1159件，调解成功率98.1%。'

printf '\357\273\277标识,值\r\naccepted,"1,181"\r\nsucceeded,"1，159件"\r\n' >bom.csv
write --data bom.csv
says '全年共受理矛盾纠纷1181件，调解成功1159件，调解成功率98.1%。'

printf '受理矛盾纠纷件数,1181\n调解成功件数,1159\n' | iconv -f UTF-8 -t GB18030 >gb.csv
write --data gb.csv
says '全年共受理矛盾纠纷1181件，调解成功1159件'

printf 'accepted,1181\nsucceeded,\n' >empty.csv
write --data empty.csv
says '全年共受理矛盾纠纷1181件，调解成功［调解成功件数］件，调解成功率［调解成功率］%。'

printf 'accepted,2500\nsucceeded,2500\n' >all.csv
write --data all.csv
says '调解成功率100%。'

printf '{"accepted": 1181, "succeeded": "1,159", "year": 2024, "work": {"1": null}}' >data.json
write --data data.json
says '清河县司法局2024年度工作总结'
says '调解成功率98.1%。'

printf '"problems.1","一是人手不足。\n二是经费紧张。"\nwork-first.heading,健全调解网络\n' >text.csv
write --data text.csv
says '一是人手不足。'
says '（一）健全调解网络'

refuse() {
    run 2 new annual-report -o refused.docx --data "$1"
    says "$2"
    [ "$(wc -l <err)" = 1 ] || fail "not one line"
    [ ! -e refused.docx ] || fail "wrote a file"
}
printf 'accepted,1181\nclosed,12\n' >unknown.csv
refuse unknown.csv 'unknown.csv:2: 模板“年度工作总结”没有“closed”这一项'
printf 'accepted,1,181\n' >split.csv
refuse split.csv 'split.csv:1: 数值里有千分位逗号'
printf 'accepted,许多\n' >words.csv
refuse words.csv 'words.csv:1: accepted（受理矛盾纠纷件数）应为数字，现为“许多”'
printf 'accepted\n' >one.csv
refuse one.csv '只有一列'
printf 'accepted,"12\n' >quote.csv
refuse quote.csv '引号没有成对'
printf 'success_rate,98\n' >computed.csv
refuse computed.csv '自动计算'
printf 'accepted,0\nsucceeded,0\n' >zero.csv
refuse zero.csv '除数为0'
printf '{"accepted": [1]}' >list.json
refuse list.json '应为数字或文字'
printf '{"accepted": 1' >broken.json
refuse broken.json 'broken.json'
printf 'year,去年\n' >year.csv
refuse year.csv '年份应为四位数年份'
refuse missing.csv '没有这个文件'
run 2 new open-information-report -o t.docx --set t2.total.natural=3
says '这一格自动计算'
run 2 new open-information-report -o t.docx --set t2.nothing.natural=3
says '这张表没有这一行'
run 2 new work-report -o t.docx --set accepted
says '名称=值'

# What --list-fields prints goes back in.
run 0 new quarter-report --list-fields
cp out fields.csv
run 0 new quarter-report -o q.docx --data fields.csv

# What --list-fields writes is read back as it is, comments and all.
for form in annual-report half-year-report work-plan quarter-report; do
    "$HEGAO" new "$form" --list-fields >fields.csv
    run 0 new "$form" -o fields.docx --force --data fields.csv
    { printf '\357\273\277'; sed 's/$/\r/' fields.csv; } >windows.csv
    run 0 new "$form" -o fields.docx --force --data windows.csv
done
