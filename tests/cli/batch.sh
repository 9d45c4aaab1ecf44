# Many drafts: order, threads, lists, what cannot be read or written.
mkdir -p in/b in/a
for i in 1 2 3 4 5 6 7 8; do
    printf '第%s号。今年以来，共受理来信（含来电47件。\n' $i >in/a/$i.txt
    cp "$SOURCE/samples/flawed/annual-typed.docx" in/b/$i.docx
done
printf 'x' >'in/a/~$x.docx'
: >in/a/empty.docx

# the same bytes whatever the number of threads, in the order of the names
for format in text json jsonl sarif junit gitlab github html; do
    run 1 check -j 1 --format $format in
    cp out one
    run 1 check -j 4 --format $format in
    cmp -s out one || fail "$format differs with four threads"
done
run 1 check --format jsonl -j 3 in
[ "$(wc -l <out)" = 18 ] || fail "not one line a file"
grep -o '"path": *"[^"]*"' out | sort -c || fail "not in the order of the inputs"
grep -q '"skipped"' out || fail "owner and empty files are not skipped"

# owner and empty files: passed over in a folder, unreadable when named
run 2 check in/a/empty.docx
run 2 check 'in/a/~$x.docx'

# a list of paths
printf 'in/b/1.docx\r\n\nin/a/1.txt\n' >list
run 1 check --files-from list --format jsonl
[ "$(wc -l <out)" = 2 ] || fail "--files-from"
printf 'in/b/1.docx\0in/a/1.txt\0' >list0
"$HEGAO" check --files-from - --format jsonl <list0 >out 2>err
[ "$(wc -l <out)" = 2 ] || fail "--files-from - with zero bytes"
run 2 check --files-from no-such-list
says 'no-such-list'

# the table for Excel
run 1 check in --summary table.csv
[ "$(head -c 3 table.csv | od -An -tx1 | tr -d ' ')" = efbbbf ] || fail "no byte order mark"
head -1 table.csv | grep -q '文件,文种,单位,时段,必改,建议改,请核' || fail "no head of the table"
[ "$(grep -c '^"in/' table.csv)" = 18 ] || fail "the table has not one row a file"
says '问题最多的文稿'

# a file that is a folder, one that vanishes, one that may not be read
mkdir in/folder.docx
run 1 check in
run 2 check in/b/1.docx vanished.docx in/b/2.docx
says 'vanished.docx'
[ "$(grep -c '^in/b/[12]' out)" = 2 ] || fail "the rest is not done"

# output that cannot be written: a clear line, 2
run 2 check -o in in/b/1.docx
says 'in 是文件夹'
run 2 check -o no/such/folder/x in/b/1.docx
says 'no/such/folder/x'
if [ -w /dev/full ]; then
    "$HEGAO" check --format json in/b >/dev/full 2>err
    [ $? = 2 ] || fail "a full disk does not end 2"
    grep -q '未能全部写出' err || fail "a full disk is not told"
fi
run 1 check -o result.json --format json in/b
[ -s result.json ] || fail "-o wrote nothing"
ls | grep -q 'tmp$' && fail "a temporary file is left"

# a folder that may not be written (root may write anywhere)
if [ "$(id -u)" != 0 ]; then
    mkdir locked && chmod 500 locked
    run 2 check --annotate locked/x in/b/1.docx
fi
printf x >plain-file
run 2 check --annotate plain-file/x in/b/1.docx
says 'plain-file'

# Ctrl-C: what is in hand is finished and reported
i=0
while [ $i -lt 400 ]; do cp "$SOURCE/samples/flawed/annual-typed.docx" in/b/c$i.docx; i=$((i + 1)); done
# A shell starts background jobs with SIGINT ignored, so the program is told by SIGTERM.
rm -f out
"$HEGAO" check -j 2 --format jsonl in/b in/b in/b in/b >out 2>err &
pid=$!
while [ ! -s out ]; do sleep 0.01; done 2>/dev/null
kill -TERM $pid
wait $pid
code=$?
[ $code = 130 ] || fail "an interrupt ends $code"
grep -q '已中断' err || fail "an interrupt is not told"
tail -c 1 out | od -An -tx1 | grep -q 0a || fail "the last line is cut"
