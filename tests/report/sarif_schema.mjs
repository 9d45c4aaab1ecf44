// sarif_schema.mjs NODE_MODULES FILE: validates against the OASIS schema that an npm package holds,
// and shows that the schema is able to refuse. Ends 77 where the package is absent.
import {createRequire} from 'node:module';
import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';

const [modules, file] = process.argv.slice(2);
const schema = `${modules}/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json`;
if (!existsSync(schema)) {
  process.exit(77);
}
const require = createRequire(`${modules}/@microsoft/jest-sarif/package.json`);
const Ajv = require('ajv');
const ajv = new Ajv({schemaId: 'auto', validateSchema: false, unknownFormats: 'ignore'});
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
const log = JSON.parse(readFileSync(file, 'utf8'));

function fail(message) {
  console.error(message);
  process.exit(1);
}
if (!validate(log)) {
  fail(JSON.stringify(validate.errors, null, 1));
}
const run = log.runs[0];
const rules = new Set(run.tool.driver.rules.map((rule) => rule.id));
const prints = new Set();
for (const result of run.results) {
  if (!rules.has(result.ruleId)) {
    fail(`no rule ${result.ruleId}`);
  }
  const print = result.partialFingerprints?.['hegao/v1'];
  if (result.ruleId !== 'unreadable' && (!print || prints.has(print))) {
    fail(`fingerprint of ${result.ruleId} is absent or not unique`);
  }
  prints.add(print);
}
if (run.results.length < 5) {
  fail('too few results to prove anything');
}
delete run.tool;
if (validate(log)) {
  fail('the schema accepts a run without a tool');
}
