# A baseline knows what was there, survives edits elsewhere, and only shrinks.
cp "$SOURCE/samples/flawed/annual-typed.docx" a.docx
run 0 check --write-baseline known.json a.docx
says '已建立基线'
grep -c fingerprint known.json >count
run 0 check --baseline known.json a.docx
silent '必改  '

# text: a paragraph put in front changes no fingerprint
printf '今年以来，共受理来信（含来电47件。\n\n全县办结率为98.9%%：受理1181件，办结1159件。\n' >t.txt
run 0 check --write-baseline text.json t.txt
{ printf '这是新加的一段话。\n\n'; cat t.txt; } >new && mv new t.txt
run 0 check --baseline text.json t.txt
# a new fault counts
printf '又受理来信（另有来电5件。\n' >>t.txt
run 1 check --baseline text.json t.txt
# a second --write-baseline adds nothing new
run 1 check --write-baseline text.json t.txt
run 1 check --baseline text.json t.txt
# mended ones go
printf '今年以来，共受理来信（含来电）47件。\n' >t.txt
run 0 check --baseline text.json t.txt
says '已经改正'
run 0 check --write-baseline text.json t.txt
says '删去'
grep -q 'unmatched-mark' text.json && fail "a mended finding stays in the baseline"

# other files keep their entries
cp "$SOURCE/samples/flawed/half-year-styled.docx" b.docx
run 0 check --write-baseline two.json a.docx b.docx
grep -c '"path":"b.docx"' two.json >b-before
run 0 check --write-baseline two.json a.docx
grep -c '"path":"b.docx"' two.json >b-after
cmp -s b-before b-after || fail "a file that was not checked lost entries"

printf 'nonsense' >bad.json
run 2 check --baseline bad.json a.docx
says 'bad.json'
run 2 check --baseline absent.json a.docx
