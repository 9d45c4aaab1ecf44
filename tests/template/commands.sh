# hegao template and list templates; forms of the user's own in check and new.
run 0 list templates
says 'half-year-report'
says 'open-information-report'
[ "$(wc -l <out)" = 11 ] || fail "not eleven forms"
run 0 list templates --format json
says '"id": "work-plan"'

run 0 template work-report
says '存在问题（必备'
says 'success_rate'
run 2 template missing.xml
says '没有这个文件'
run 2 template
says '请给出一个模板文件'
for form in "$SOURCE"/templates/*.xml; do
    run 0 template "$form"
    silent 'hegao:'
done

mkdir forms
cat >forms/briefing.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<form xmlns="urn:hegao:form:1" id="briefing" name="值班专报">
  <fields>
    <field id="unit" name="单位" required="true" example="清河县司法局"/>
  </fields>
  <title>{unit}值班专报</title>
  <signs needs-title="true">
    <title>值班专报</title>
  </signs>
  <sections>
    <section id="events" heading="值班情况" required="true">
      <accept>值班值守情况</accept>
      <sentence>本周接报{reported}件，办结{done}件，转办{passed}件。</sentence>
    </section>
    <section id="hints" heading="提请关注" required="true">
      <paragraph><guidance>写需要领导关注的事项。</guidance><example>雨季将至，请关注山洪风险。</example></paragraph>
    </section>
  </sections>
  <figures>
    <figure id="reported" name="接报件数" unit="件" required="true" example="12"><said>接报</said></figure>
    <figure id="done" name="办结件数" unit="件" example="9"><said>办结</said></figure>
    <figure id="passed" name="转办件数" unit="件" formula="reported - done"><said>转办</said></figure>
  </figures>
  <rules>
    <rule message="接报件数应等于办结与转办之和">reported = done + passed</rule>
  </rules>
</form>
XML
run 0 template forms/briefing.xml
says '值班情况（必备）  也可写作：值班值守情况'
says 'passed  转办件数，件  = reported - done'

printf '清河县司法局值班专报\n一、值班值守情况\n本周接报12件，办结9件，转办2件。\n' >draft.txt
run 0 check draft.txt
silent '值班专报，吻合度'
run 1 check --template-dir forms draft.txt
says '值班专报，吻合度'
says 'missing-section'
says '提请关注'
says 'broken-rule'
says '9 + 2 = 11'
run 1 check --template forms/briefing.xml draft.txt
says 'broken-rule'
run 2 check --template-dir nowhere draft.txt
says 'nowhere'
printf '清河县司法局值班专报\n一、值班情况\n本周一切正常。\n二、提请关注\n雨季将至。\n' >quiet.txt
run 0 check --template-dir forms quiet.txt
says 'missing-figure'

# Settings name folders of forms, too; an own form hides a shipped one of the same id.
printf '<hegao root="yes"><templates folder="forms"/></hegao>\n' >hegao.xml
run 1 check draft.txt
says '值班专报，吻合度'
sed 's/id="briefing"/id="work-report"/' forms/briefing.xml >forms/mine.xml
run 0 new work-report --template-dir forms -o mine.docx --example
run 0 text mine.docx
says '值班情况'
rm hegao.xml forms/mine.xml
run 0 new briefing --template-dir forms -o briefing.docx --example
run 0 text briefing.docx
says '本周接报12件，办结9件，转办3件。'
