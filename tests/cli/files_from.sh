# --files-from: one path a line, as Windows editors write it too.
printf '全年工作正常。\n' >a.txt
printf '全年工作正常。\n' >乙.txt
printf 'a.txt\n乙.txt\n' >list
run 0 check --files-from list
says '2 份文稿'
printf '\357\273\277a.txt\r\n乙.txt\r\n' >list
run 0 check --files-from list
says '2 份文稿'
says 'a.txt'
