# Exit codes are the same whatever the format and however many files.
printf '今年以来，共受理来信47件。\n' >clean.txt
printf '今年以来，共受理来信（含来电47件。\n' >flawed.txt

run 0 check clean.txt
run 0 check --format json clean.txt
run 0 --help
says 'hegao check'
run 0 --version
run 0 check --help
says '--fail-on'

run 2
run 2 no-such-command
says '没有“no-such-command”这条命令'
run 2 check
says '请给出要检查的文稿'
run 2 check --no-such-option clean.txt
run 2 check --format xml clean.txt
says '没有“xml”这种输出格式'
run 2 check --select no-such-check clean.txt
run 2 check --date 2024-02-30 clean.txt
says '2024-07-05 的样子'
run 2 check missing.txt
says 'missing.txt'
run 2 check missing.txt clean.txt
says 'clean.txt'

mkdir empty
run 2 check empty
says '没有 .docx 或 .txt 文稿'

# 2 outranks 1, and the readable ones are reported all the same
run 2 check --fail-on note missing.txt flawed.txt
run 0 check --fail-on never flawed.txt
