# Every form as skeleton and filled with its example data.
forms=$("$HEGAO" list templates | cut -d' ' -f1)
[ -n "$forms" ] || fail "no forms"
for form in $forms; do
    run 0 new "$form" -o "$form.docx" --date 2024-12-20
    run 1 check --format json --date 2024-12-20 "$form.docx"
    says '"placeholder-left"'
    others=$(grep -o '"check": *"[a-z-]*"' out | grep -v placeholder-left | sort -u)
    [ -z "$others" ] || fail "$form: skeleton gives $others"
    grep -q "\"template\": *\"$form\"" out || fail "$form: skeleton is taken for another form"

    run 0 new "$form" -o "$form-example.docx" --example --date 2024-12-20
    run 0 check --format json --date 2024-12-20 "$form-example.docx"
    silent '"check":'
    grep -q "\"template\": *\"$form\"" out || fail "$form: example is taken for another form"

    run 0 new "$form" --list-fields
    says '标识,值,名称'
done

# The same input gives the same bytes.
run 0 new work-report -o a.docx --example --date 2024-12-20
run 0 new work-report -o b.docx --example --date 2024-12-20
cmp -s a.docx b.docx || fail "two runs differ"

# Nothing is overwritten unasked, and a failure leaves no file.
run 2 new work-report -o a.docx
says '--force'
run 0 new work-report -o a.docx --force
run 2 new work-report -o nowhere/a.docx
[ ! -e nowhere ] || fail "made a folder"
run 2 new no-such-form -o c.docx
says 'half-year-report'
[ ! -e c.docx ] || fail "wrote a file"
run 2 new work-report
says '-o'
run 2 new
run 2 new work-report -o c.docx --set succeeded=700 --set accepted=640
says '调解成功件数不应多于受理件数'
[ ! -e c.docx ] || fail "wrote a file"

# Automatic numbers are real ones.
run 0 new half-year-report -o h.docx --example
run 0 text h.docx
says '一、上半年工作情况'
says '（一）扎实化解矛盾纠纷'
says '三、下半年工作计划'
