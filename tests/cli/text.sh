# `hegao text` prints one line a paragraph, whatever the encoding and line ends.
printf '一、工作情况\r\n正文。\r\n' >crlf.txt
run 0 text crlf.txt
[ "$(cat out)" = "$(printf '一、工作情况\n正文。')" ] || fail "CRLF is not read line by line"

printf '\357\273\277标题\n' >bom.txt
run 0 text bom.txt
[ "$(cat out)" = "标题" ] || fail "the byte order mark is not dropped"

printf '\271\244\327\367\327\334\275\341\n' >gb.txt # 工作总结 in GB18030
run 0 text gb.txt
[ "$(cat out)" = "工作总结" ] || fail "GB18030 is not read"

printf '\377\377\377\n' >bad.txt
run 2 text bad.txt
says 'UTF-8'

printf '甲\033[31m乙\342\200\256丙\n' >controls.txt
run 0 text controls.txt
[ "$(cat out)" = "甲[31m乙丙" ] || fail "controls reach the terminal"

printf '甲\n' >in.txt
"$HEGAO" text - <in.txt >out 2>err || fail "standard input is not read"
[ "$(cat out)" = "甲" ] || fail "standard input is not read"
run 0 text --format json in.txt
says '"paragraphs"'
