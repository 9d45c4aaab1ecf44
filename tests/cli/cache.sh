# The cache gives the same bytes and codes, and notices what changed.
mkdir in
cp -r "$SOURCE/samples/clean" "$SOURCE/samples/flawed" in
run 1 check --format json in
cp out plain
run 1 check --format json --cache store in
cmp -s out plain || fail "filling the cache changes the output"
[ "$(find store -type f | wc -l)" -ge 3 ] || fail "nothing was kept"
run 1 check --format json --cache store in
cmp -s out plain || fail "the cached output differs"
# spoilt entries are not believed
for file in store/*/*; do printf 'x' >>"$file"; done
run 1 check --format json --cache store in
cmp -s out plain || fail "a spoilt entry was believed"
# other bytes, other options, other settings
printf '今年以来，共受理来信47件。\n' >in/t.txt
run 1 check --format jsonl --cache store in
cp in/t.txt other.txt
printf '今年以来，共受理来信（47件。\n' >in/t.txt
run 1 check --format jsonl --cache store in/t.txt
grep -q 'unmatched-mark' out || fail "a changed draft is not checked again"
run 0 check --format jsonl --cache store --ignore unmatched-mark in/t.txt
printf '<hegao><check id="unmatched-mark" enabled="no"/></hegao>\n' >in/hegao.xml
run 0 check --format jsonl --cache store in/t.txt
# the summary file is the same, too
rm in/hegao.xml
run 1 check --summary one.csv in
run 1 check --summary two.csv --cache store in
run 1 check --summary three.csv --cache store in
cmp -s one.csv two.csv && cmp -s two.csv three.csv || fail "the table differs"
