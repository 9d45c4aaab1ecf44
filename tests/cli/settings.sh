# hegao.xml: found upwards, merged, overridden; errors name file and line.
mkdir -p office/section
printf '今年以来，清和县共受理来信（含来电47件，平急两用场所5处。\n' >office/section/a.txt
run 1 check office/section/a.txt
says 'unmatched-mark'

cat >office/hegao.xml <<'X'
<hegao>
  <check id="unmatched-mark" severity="note"/>
  <word wrong="清和县" right="清河县" reason="县名"/>
  <rule id="no-letters" name="不写来信" kind="substitution" severity="error">
    <pattern>受理(来)信</pattern><replace>收到$1信</replace><message>应写收到来信</message>
  </rule>
  <rule id="needs-closing" name="结语" kind="required" severity="note">
    <pattern>特此报告</pattern><message>文末应有“特此报告”</message>
  </rule>
</hegao>
X
run 1 check --format jsonl office/section/a.txt
says '应写收到来信'
grep -q '收到来信' out || fail "the replacement is not given"
says '清河县'
says 'needs-closing'
grep -o '"check":"unmatched-mark","family":"marks","severity":"note"' out >/dev/null || fail "severity"

# the nearer file has the last word; root="yes" ends the search
cat >office/section/hegao.xml <<'X'
<hegao><check id="marks" enabled="no"/></hegao>
X
run 1 check office/section/a.txt
silent 'unmatched-mark'
says '应写收到来信'
printf '<hegao root="yes"/>\n' >office/section/hegao.xml
run 1 check office/section/a.txt
silent '应写收到来信'
says 'unmatched-mark'
# --config takes the place of both; --select outranks a file
printf '<hegao><check id="marks" enabled="no"/></hegao>\n' >other.xml
run 0 check --config other.xml office/section/a.txt
run 1 check --config other.xml --select unmatched-mark office/section/a.txt

# ignore with a reason, by path and quote, until a day
cat >ignore.xml <<'X'
<hegao><ignore check="unmatched-mark" path="office/*" reason="原文如此" until="2024-12-31"/></hegao>
X
run 0 check --config ignore.xml --date 2024-07-05 office/section/a.txt
run 1 check --config ignore.xml --date 2025-01-01 office/section/a.txt
says '到期'

# a form by path
cat >form.xml <<'X'
<hegao><template path="*/section/*" use="none"/></hegao>
X
run 1 check --config form.xml office/section/a.txt

# what is wrong is told with its file and line, and nothing is checked
printf '<hegao>\n  <chek id="a"/>\n</hegao>\n' >bad.xml
run 2 check --config bad.xml office/section/a.txt
says 'bad.xml:2'
printf '<hegao>\n\n  <check id="no-such"/>\n</hegao>\n' >bad.xml
run 2 check --config bad.xml office/section/a.txt
says 'bad.xml:3'
says 'no-such'
printf '<hegao><rule id="r" name="n" kind="existence"><pattern>(a</pattern><message>m</message></rule></hegao>\n' >bad.xml
run 2 check --config bad.xml office/section/a.txt
says 'bad.xml:1'
printf '<hegao><ignore check="wrong-rate" reason=" "/></hegao>\n' >bad.xml
run 2 check --config bad.xml office/section/a.txt
run 2 check --config no-such.xml office/section/a.txt
says 'no-such.xml'

# a pattern that would run for ever is stopped and said
printf 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa。\n' >slow.txt
printf '<hegao><rule id="slow" name="慢" kind="existence"><pattern>(a|aa)+(?=。。)</pattern><message>m</message></rule></hegao>\n' >slow.xml
run 0 check --config slow.xml slow.txt
says '过于复杂'

# a layout profile, an author for comments, a rate word of the office's own
printf '<hegao><layout profile="no-such"/></hegao>\n' >bad.xml
run 2 check --config bad.xml slow.txt
says 'no-such'
printf '<hegao><layout profile="report"/><comments author="办公室"/></hegao>\n' >author.xml
run 1 check --config author.xml --annotate copies "$SOURCE/samples/flawed/half-year-styled.docx"
unzip -p copies/half-year-styled.docx word/comments.xml | grep -q 'w:author="办公室"' || fail "author"
printf '今年以来，排查隐患1181处，消号1159处，消号率98.9%%。\n' >rate.txt
printf '<hegao><rate words="消号率" parts="消号" wholes="排查"/></hegao>\n' >rate.xml
run 1 check --config rate.xml --select wrong-rate rate.txt
says '1159 ÷ 1181'

# the validator's findings are told in Chinese, its own words in brackets
told() {
    printf '%s\n' "$1" >bad.xml
    run 2 check --config bad.xml office/section/a.txt
    says "$2"
}
told '<foo/>' 'bad.xml:1: 不合设置文件的格式：这里应为 <hegao>，现为 <foo>（Expecting element hegao, got foo）'
told '<hegao>
<rule id="x" severity="boo"/></hegao>' 'bad.xml:2: 不合设置文件的格式：<rule> 的属性有缺少的，或名称、取值不对，现有属性：id、severity（'
told '<hegao><check id="marks" sevrity="note"/></hegao>' '<check> 没有属性 sevrity，或它的取值不对，现有属性：id、sevrity（'
told '<hegao><chek id="a"/></hegao>' '这里不能有 <chek>（'
told '<hegao>text</hegao>' '<hegao> 里不能直接写文字（'
told '<hegao><term></term></hegao>' '取值不合要求（类型 string），或为空（'
run 2 check --config nothere.xml office/section/a.txt
says '不能读取 nothere.xml：没有这个文件或文件夹'
