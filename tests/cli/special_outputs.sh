# What is no file is written to, never replaced; a link stays one.
printf '今年以来，共受理来信47件。\n' >clean.txt
mkfifo pipe
cat pipe >piped &
run 0 check -o pipe clean.txt
wait
[ -p pipe ] || fail "the pipe was replaced"
grep -q clean.txt piped || fail "nothing came through the pipe"

printf 'old\n' >real
ln -s real link
run 0 check -o link clean.txt
[ -L link ] || fail "the link was replaced"
grep -q clean.txt real || fail "the link's target was not written"

run 0 check -o - clean.txt
says 'clean.txt'
[ ! -e ./- ] || fail "a file named - was made"
