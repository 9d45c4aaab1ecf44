# Every check that is listed can be explained; lists come as text and JSON.
run 0 list checks
cut -d' ' -f1 out >ids
[ "$(wc -l <ids)" -ge 1 ] || fail "no check is listed"
while read -r id; do
    run 0 explain "$id"
    says '会报告：'
    says '不报告：'
done <ids
run 0 list checks --format json
says '"severity"'
run 0 list formats
says 'json'
run 2 list nothing
run 2 explain no-such-check
