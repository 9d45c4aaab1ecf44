// page.mjs CHROMIUM HEGAO FOLDER: the HTML page in a headless browser: a click on a list entry
// brings its mark into view, filters work, and nothing of a draft's text runs. Screenshots go to
// FOLDER. The browser is spoken to through pipes, so node alone is enough.
import {spawn, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import process from 'node:process';

const [chromium, hegao, folder] = process.argv.slice(2);
mkdirSync(folder, {recursive: true});

const draft = ['清河县司法局2024年上半年工作总结',
  '<script>window.bad = 1; document.title = "bad"</script>今年以来各项工作平稳有序。',
  '一、工作情况',
  '（一）调解。<img src=x onerror="window.bad=1">共调解矛盾纠纷1181件，成功1159件，调解成功率为98.9%。'];
for (let i = 0; i < 60; i++) {
  draft.push(`各乡镇结合实际推进第${i + 1}项任务，注重实效，持续用力，久久为功，取得积极进展。`);
}
draft.push('截止6月底，共受理（案件412件。</p></div><script>window.bad=1</script>');
writeFileSync(join(folder, 'draft.txt'), draft.join('\n') + '\n');
const page = resolve(folder, 'page.html');
const checked = spawnSync(hegao, ['check', '--format', 'html', '-o', page, '--fail-on', 'never',
  join(folder, 'draft.txt')], {encoding: 'utf8'});
if (checked.status !== 0) {
  throw new Error(`hegao ended with ${checked.status}: ${checked.stderr}`);
}

const profile = mkdtempSync(join(tmpdir(), 'hegao-page-'));
const browser = spawn(chromium, ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars',
  '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'],
{stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']});

function stop(code, message) {
  if (message) {
    console.error(message);
  }
  browser.removeAllListeners('exit');
  browser.once('exit', () => {
    rmSync(profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
    process.exit(code);
  });
  browser.kill();
}
browser.once('exit', (code) => {
  console.error(`the browser ended with ${code}`);
  process.exit(1);
});

const waiting = new Map();
const requests = [];
let loaded = () => {};
let pending = '';
browser.stdio[4].setEncoding('utf8');
browser.stdio[4].on('data', (chunk) => {
  const messages = (pending + chunk).split('\0');
  pending = messages.pop();
  for (const message of messages.map((one) => JSON.parse(one))) {
    if (message.id) {
      waiting.get(message.id)(message);
    } else if (message.method === 'Page.loadEventFired') {
      loaded();
    } else if (message.method === 'Network.requestWillBeSent') {
      requests.push(message.params.request.url);
    }
  }
});
let last = 0;
let sessionId;
function call(method, params = {}) {
  const id = ++last;
  browser.stdio[3].write(`${JSON.stringify({id, method, params, sessionId})}\0`);
  return new Promise((done) => waiting.set(id, done));
}
async function evaluate(expression) {
  const answer = await call('Runtime.evaluate', {expression, returnByValue: true, awaitPromise: true});
  if (answer.result.exceptionDetails) {
    throw new Error(`${expression}: ${answer.result.exceptionDetails.text}`);
  }
  return answer.result.result.value;
}
async function picture(name, width, height) {
  await call('Emulation.setDeviceMetricsOverride',
    {width, height, deviceScaleFactor: 1, mobile: width < 600});
  const shot = await call('Page.captureScreenshot', {format: 'png'});
  writeFileSync(join(folder, name), Buffer.from(shot.result.data, 'base64'));
}

try {
  const {targetInfos} = (await call('Target.getTargets')).result;
  const {targetId} = targetInfos.find((one) => one.type === 'page');
  sessionId = (await call('Target.attachToTarget', {targetId, flatten: true})).result.sessionId;
  await call('Page.enable');
  await call('Network.enable');
  const ready = new Promise((done) => { loaded = done; });
  await call('Page.navigate', {url: `file://${page}`});
  await ready;
  await picture('wide.png', 1280, 900);

  const facts = await evaluate(`({title: document.title, bad: String(window.bad),
    scripts: document.scripts.length, images: document.images.length,
    marks: document.querySelectorAll('mark').length,
    items: document.querySelectorAll('li.item').length,
    wide: document.documentElement.scrollWidth <= innerWidth})`);
  const expected = {title: '核稿结果', bad: 'undefined', scripts: 1, images: 0};
  for (const [name, value] of Object.entries(expected)) {
    if (facts[name] !== value) {
      throw new Error(`${name} is ${facts[name]}, not ${value}`);
    }
  }
  if (facts.marks < 2 || facts.items < 2 || !facts.wide) {
    throw new Error(`the page is not as expected: ${JSON.stringify(facts)}`);
  }
  // The text of the draft stands there as text.
  if (!await evaluate(`document.querySelector('.paper').textContent
      .includes('<script>window.bad = 1; document.title = "bad"</script>')`)) {
    throw new Error('markup in the draft is not shown as it was written');
  }

  // A click brings the mark into view, from far away.
  const seen = await evaluate(`(async () => {
    document.documentElement.style.scrollBehavior = 'auto';
    const item = [...document.querySelectorAll('li.item')]
      .find((one) => one.textContent.includes('confused-word'));
    const mark = document.querySelector("mark[data-f~='" + item.dataset.i + "']");
    const visible = () => {
      const box = mark.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    };
    scrollTo(0, 0);
    const before = visible();
    item.querySelector('a').click();
    await new Promise((done) => setTimeout(done, 300));
    return {before, after: visible(), on: mark.classList.contains('on'), text: mark.textContent};
  })()`);
  if (seen.before || !seen.after || !seen.on || !seen.text.startsWith('截止')) {
    throw new Error(`a click does not bring the mark into view: ${JSON.stringify(seen)}`);
  }
  // A click on a mark finds its entry.
  if (!await evaluate(`(() => {
    const mark = document.querySelector("mark.s-error");
    mark.click();
    const on = document.querySelector('li.item.on');
    return on !== null && mark.dataset.f.split(' ').includes(on.dataset.i);
  })()`)) {
    throw new Error('a click on a mark does not find its entry');
  }
  // Filters by severity and family hide entries and marks.
  const hidden = await evaluate(`(() => {
    const shown = (id) => [...document.querySelectorAll('li.item')]
      .filter((one) => one.textContent.includes(id) && one.offsetParent !== null).length;
    const box = (value) => document.querySelector(".filters input[value='" + value + "']");
    const out = [shown('confused-word'), shown('wrong-rate')];
    box('wording').click();
    out.push(shown('confused-word'), document.querySelectorAll('mark.off').length);
    box('wording').click();
    box('error').click();
    out.push(shown('wrong-rate'));
    box('error').click();
    out.push(shown('wrong-rate'));
    return out.join(' ');
  })()`);
  if (!/^1 1 0 [1-9]\d* 0 1$/.test(hidden)) {
    throw new Error(`filters do not work: ${hidden}`);
  }
  await picture('clicked.png', 1280, 900);
  await picture('phone.png', 390, 844);
  if (!await evaluate('document.documentElement.scrollWidth <= innerWidth')) {
    throw new Error('a phone has to scroll sideways');
  }
  const outside = requests.filter((url) => !url.startsWith('file://') && !url.startsWith('data:'));
  if (outside.length > 0) {
    throw new Error(`the page asks for ${outside.join(' ')}`);
  }
  stop(0);
} catch (error) {
  stop(1, error.message);
}
