// junit_reader.mjs NODE_MODULES FILE: a consumer of JUnit reads the file. Ends 77 without it.
import {createRequire} from 'node:module';
import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';

const [modules, file] = process.argv.slice(2);
if (!existsSync(`${modules}/junit2json`)) {
  process.exit(77);
}
const {parse} = createRequire(`${modules}/`)('junit2json');
const suites = await parse(readFileSync(file, 'utf8'));
let failures = 0;
for (const suite of suites.testsuite) {
  let own = 0;
  for (const test of suite.testcase) {
    if (!test.classname || !test.name) {
      throw new Error('a case without classname or name');
    }
    own += test.failure ? 1 : 0;
  }
  if (own !== Number(suite.failures) || suite.testcase.length !== Number(suite.tests)) {
    throw new Error(`counts of ${suite.name} are wrong`);
  }
  failures += own;
}
if (failures < 3) {
  throw new Error('too few failures to prove anything');
}
