# --annotate: copies beside, the originals untouched, what must be refused.
cp "$SOURCE/samples/flawed/half-year-styled.docx" a.docx
cp "$SOURCE/samples/clean/annual-typed.docx" b.docx
printf '今年以来，共受理来信（含来电47件。\n' >c.txt
cksum a.docx b.docx c.txt >before
run 2 check --annotate copies a.docx b.docx c.txt
says '纯文本不能带批注'
cksum a.docx b.docx c.txt >after
cmp -s before after || fail "an original was written to"
[ -f copies/a.docx ] && [ -f copies/b.docx ] || fail "a copy is missing"
[ ! -e copies/c.txt ] || fail "a text was copied"
unzip -p copies/a.docx word/comments.xml >comments || fail "no comments"
grep -q '核稿' comments || fail "the author is not 核稿"
"$HEGAO" text a.docx >one 2>/dev/null
"$HEGAO" text copies/a.docx >two 2>/dev/null
cmp -s one two || fail "the text of the copy differs"

# met in a folder, a text does not count as trouble
mkdir folder && cp a.docx c.txt folder
run 1 check --annotate more folder
says '纯文本不能带批注'

# the same findings in the copy; no comment about our comments
"$HEGAO" check --format jsonl a.docx 2>/dev/null | sed 's/"path"[^,]*,//' >one
"$HEGAO" check --format jsonl copies/a.docx 2>/dev/null | sed 's/"path"[^,]*,//' >two
cmp -s one two || fail "the copy gives other findings"

# twice: replaced, not doubled; --strip takes them out
run 1 check --annotate again copies/a.docx
unzip -p again/a.docx word/comments.xml | cmp -s - comments || fail "the second run differs"
run 1 check --annotate plain --strip copies/a.docx
unzip -p plain/a.docx word/comments.xml | grep -q '核稿' && fail "--strip left comments"
run 2 check --strip a.docx
says '--annotate'

# never onto the draft itself
run 2 check --annotate . a.docx
says '同一个文件'
cksum a.docx b.docx c.txt >after
cmp -s before after || fail "the draft was overwritten"

# certain replacements as tracked changes
run 1 check --annotate changed --annotate-as changes a.docx
unzip -p changed/a.docx word/document.xml | grep -q '<w:del [^>]*w:author="核稿"' || fail "no tracked change"
"$HEGAO" text --revisions reject a.docx >one
"$HEGAO" text --revisions reject changed/a.docx >two
cmp -s one two || fail "rejecting the changes does not give the original"
"$HEGAO" check --annotate plain2 --strip changed/a.docx >/dev/null 2>&1
"$HEGAO" text plain2/a.docx >two
"$HEGAO" text a.docx >one
cmp -s one two || fail "--strip does not reject our changes"
