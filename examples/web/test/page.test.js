/** What a reader does with the page: bring a notice, look, filter, export. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { drop, dropText, NOTICE, paste, ready, says, start } from './browser.js';

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => void (site = await start()));
after(() => site.stop());

test('a sample is shown at once', async () => {
  const [page, done] = await site.open();
  await says(page, '#title', '云溪市人民政府办公室关于印发2025年重点工作和民生实事责任分解的通知');
  await says(page, '#counts', '15 项任务 · 4 位领导 · 29 个单位 · 25 个目标 · 3 处疑点');
  assert.equal(await page.locator('.task').count(), 15);
  await done();
});

test('the menu has the samples', async () => {
  const [page, done] = await site.open();
  const samples = await page.locator('#sample option').evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
  assert.ok(samples.length >= 5);
  for (const sample of samples) {
    const shown = await page.locator('#title').innerText();
    await page.selectOption('#sample', sample);
    if (sample !== samples[0]) await page.waitForFunction((old) => document.querySelector('#title')?.textContent !== old, shown);
    assert.ok((await page.locator('.task').count()) > 0, sample);
    assert.match(page.url(), new RegExp(`sample=${sample}`));
  }
  await done();
});

test('a notice is pasted, onto the page and into the field', async () => {
  const [page, done] = await site.open();
  await paste(page, NOTICE);
  await says(page, '#counts', '3 项任务 · 2 位领导');
  await page.click('#paste');
  await page.fill('#paste-text', NOTICE.replace('周明', '江蓝'));
  await page.click('#paste-read');
  await says(page, '.official-name', '江蓝');
  assert.ok(!decodeURIComponent(page.url()).includes('江蓝'), 'the text is not in the address');
  await done();
});

test('a file is dropped, in UTF-8 and in GBK', async () => {
  const [page, done] = await site.open();
  await drop(page, 'notice.txt', new TextEncoder().encode(NOTICE));
  await says(page, '#counts', '3 项任务');
  await drop(page, 'gbk.txt', Uint8Array.from(GBK, (character) => character.charCodeAt(0)));
  await says(page, '.chip', '市教育局');
  await done();
});

/** `1.建食堂。\n责任单位：市教育局` in GBK. */
const GBK = '1.\xbd\xa8\xca\xb3\xcc\xc3\xa1\xa3\n\xd4\xf0\xc8\xce\xb5\xa5\xce\xbb\xa3\xba\xca\xd0\xbd\xcc\xd3\xfd\xbe\xd6';

test('what is no notice is told apart', async () => {
  const [page, done] = await site.open();
  /** @type {[string, Uint8Array, string][]} */
  const files = [
    ['empty.txt', new Uint8Array(), '“empty.txt”是空的'],
    ['page.pdf', new TextEncoder().encode('%PDF-1.7 ...'), '“page.pdf”像是 PDF，但已损坏或不完整'],
    ['notice.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), '“notice.docx”像是 ZIP，但已损坏或不完整'],
    ['notice.rtf', new TextEncoder().encode('{\\rtf1 x}'), '“notice.rtf”是 RTF，这种格式不能读取'],
    ['picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), '“picture.png”是图片，没有文字。请先做文字识别'],
    ['picture.bin', Uint8Array.from({ length: 512 }, (_, at) => (at * 7) % 32), '“picture.bin”里没有可以读取的文字'],
    ['broken.txt', Uint8Array.of(0xff, 0xff, 0xff, 0x41), '“broken.txt”的编码'],
  ];
  for (const [name, bytes, words] of files) {
    await drop(page, name, bytes);
    await says(page, '#failure', words);
    await says(page, '#title', '云溪市'); // what was there stays
  }
  await done();
});

test('a page and its annex are one notice, and a doubt says where in its file it stands', async () => {
  const [page, done] = await site.open();
  const files = [
    { name: '附件：清单.csv', mimeType: 'text/csv', buffer: Buffer.from('序号,工作任务,责任单位\r\n1,修桥5座,市交通局、市财政局\r\n') },
    { name: '通知.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) },
  ];
  await page.setInputFiles('#file', files);
  await says(page, '#counts', '2 项任务');
  await says(page, '.task >> nth=0', '办好食堂50家');
  await page.click('#tab-doubts');
  await says(page, '.doubt-place >> nth=0', '通知.html · 表1第2行第3列');
  await page.click('#lang');
  await says(page, '.doubt-place >> nth=0', '通知.html · table 1, row 2, column 3');
  await done();
});

/** A page with a table, the second row of which leaves open who leads. */
const PAGE =
  '<!DOCTYPE html><h1>云溪市2025年任务清单</h1><table><tr><th>序号<th>工作任务<th>责任单位' +
  '<tr><td>1<td>办好食堂50家<td>市教育局、市财政局</table>';

test('a table that is pasted keeps its cells', async () => {
  const [page, done] = await site.open();
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '办好食堂50家');
    clipboardData.setData('text/html', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, PAGE);
  await says(page, '#counts', '1 项任务');
  await page.click('#tab-doubts');
  await says(page, '.doubt-place', '表1第2行第3列');
  await done();
});

test('a file of 50 MB is refused at once', async () => {
  const [page, done] = await site.open();
  const folder = mkdtempSync(join(tmpdir(), 'fenjie-web-'));
  try {
    const path = join(folder, 'large.txt');
    writeFileSync(path, Buffer.alloc(50 * 1024 * 1024, 'a'));
    await page.setInputFiles('#file', path);
    await says(page, '#failure', '“large.txt”有 50.0 MB，超过 8.0 MB');
  } finally {
    rmSync(folder, { recursive: true });
  }
  await done();
});

test('a text without a file is held to the same, and what was there stays', async () => {
  const [page, done] = await site.open();
  await page.click('#paste');
  await page.click('#paste-read');
  await says(page, '#failure', '“粘贴的文本”是空的');
  await page.locator('#failure button').click();
  await dropText(page, 'body', ' \n');
  await says(page, '#failure', '“粘贴的文本”是空的');
  await paste(page, '任务'.repeat(2 * 1024 * 1024));
  await says(page, '#failure', '“粘贴的文本”有 12.0 MB，超过 8.0 MB');
  await says(page, '#title', '云溪市');
  await done();
});

test('a text dropped on the page is a notice, one dropped into a field is not', async () => {
  const [page, done] = await site.open();
  /** @param {string} field */
  const isLeftAlone = async (field) => {
    await dropText(page, field, NOTICE);
    assert.equal(await page.getAttribute('#main', 'aria-busy'), 'false', field);
    assert.match(await page.locator('#title').innerText(), /云溪市人民政府办公室/, field);
    assert.equal(await page.locator('#drop').isVisible(), false, field);
  };
  await page.click('#paste');
  await isLeftAlone('#paste-text');
  await isLeftAlone('#paste-hint');
  await page.click('#paste-cancel');
  await isLeftAlone('#query');
  await dropText(page, 'body', NOTICE);
  await says(page, '#counts', '3 项任务');
  await done();
});

test('a long notice stays usable, and the page answers while it is read', async () => {
  const [page, done] = await site.open();
  const item = (/** @type {number} */ at) => `${(at % 900) + 1}.建成第${at}处口袋公园，新增绿地${at}亩。\n责任单位：市园林局、市财政局\n`;
  const text = `云溪市2025年重点工作任务分解\n${Array.from({ length: 11_500 }, (_, at) => item(at + 1)).join('')}`;
  assert.ok(new Blob([text]).size > 1_000_000);
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await page.click('#theme');
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
  await says(page, '#counts', /^11\d{3} 项任务/);
  assert.equal(await page.locator('.task').count(), 100);
  await page.locator('#panel-tasks .more').click();
  assert.equal(await page.locator('.task').count(), 200);
  await page.fill('#query', '第10987处');
  await says(page, '#counts', '1/11');
  await page.locator('.task-what').click();
  await page.locator('#source .is-selected', { hasText: '建成第10987处' }).first().waitFor();
  await done();
});

test('reading can be called off', async () => {
  const [page, done] = await site.open();
  const text = '1.建成口袋公园9处。\n责任单位：市园林局\n'.repeat(60_000);
  await page.evaluate(async (pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    // Two frames later the worker is at it, and far from done.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    /** @type {HTMLElement} */ (document.querySelector('[data-cancel]')).click();
  }, text);
  await says(page, '#message', '已取消');
  await paste(page, NOTICE);
  await says(page, '#counts', '3 项任务');
  await done();
});

test('filters narrow the tasks down, and the counts say by how much', async () => {
  const [page, done] = await site.open();
  await paste(page, NOTICE);
  await page.fill('#query', '食堂');
  await says(page, '#counts', '1/3 项任务 · 1 位领导 · 2 个单位 · 2 个目标');
  await page.click('#clear');
  await page.selectOption('#official', { label: '林若溪 (1)' });
  await says(page, '.task-what', '地区生产总值');
  assert.equal(await page.locator('.task').count(), 1);
  await page.click('#clear');
  await page.selectOption('#unit', { label: '市财政局 (1)' });
  assert.equal(await page.locator('.task').count(), 1);
  await page.selectOption('#role', 'lead');
  assert.equal(await page.locator('.task').count(), 0);
  await says(page, '#panel-tasks', '没有符合条件的任务');
  await page.click('#clear');
  await page.check('#doubts');
  assert.equal(await page.locator('.task').count(), 2);
  await page.uncheck('#doubts');
  await page.check('#targets');
  assert.equal(await page.locator('.task').count(), 3);
  await done();
});

test('the address keeps what is shown', async () => {
  const [page, done] = await site.open('sample=yunxi-officials&view=tables&table=units&official=1&q=投资');
  await says(page, '#counts', /^\d+\/15 项任务/);
  assert.equal(await page.inputValue('#query'), '投资');
  assert.equal(await page.inputValue('#official'), '1');
  assert.equal(await page.getAttribute('[data-table=units]', 'aria-pressed'), 'true');
  await page.click('[data-table=targets]');
  assert.match(page.url(), /table=targets/);
  await page.evaluate(() => void (location.hash = '#sample=yunxi-officials&view=doubts'));
  await page.locator('#tab-doubts[aria-selected=true]').waitFor();
  assert.equal(await page.inputValue('#query'), '');
  await done();
});

test('what the address has and the notice has not is left out', async () => {
  const [page, done] = await site.open();
  await page.locator('.chip').first().click();
  await page.locator('.is-selected').first().waitFor();
  await page.evaluate(() => void (location.hash = '#at=task:999'));
  await page.waitForFunction(() => location.hash === '#sample=yunxi-officials');
  assert.equal(await page.locator('.is-selected').count(), 0);
  await done();
});

test('what was chosen in a notice that is gone is not asked of a sample', async () => {
  const [page, done] = await site.open();
  await paste(page, NOTICE);
  await page.selectOption('#unit', '2');
  await page.fill('#query', '学位');
  await page.click('#tab-network');
  await says(page, '#counts', '1/3 项任务');
  await page.reload();
  await ready(page);
  await says(page, '#counts', /^15 项任务/);
  assert.equal(await page.inputValue('#query'), '');
  assert.equal(await page.getAttribute('#tab-network', 'aria-selected'), 'true');
  await done();
});

test('what a search finds is marked, however it is typed', async () => {
  const [page, done] = await site.open();
  await paste(page, `${NOTICE}2.建成ＧＤＰ展厅，İİ站㎡万。\n责任单位：市统计局\n`);
  const marked = () =>
    page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return [.../** @type {any} */ (CSS.highlights.get('found'))].map(String);
    });
  for (const [query, words] of [['gdp', 'ＧＤＰ'], ['站M2', '站㎡'], ['万', '万'], ['６．５％', '6.5%']]) {
    await page.fill('#query', query);
    await says(page, '#counts', '1/4 项任务');
    const found = await marked();
    assert.ok(found.length > 1, `${query}: ${found}`);
    assert.deepEqual([...new Set(found)], [words]);
  }
  await done();
});

test('no more is marked than can be', async () => {
  const [page, done] = await site.open();
  await paste(page, `1.建设${'园'.repeat(5000)}。\n责任单位：市园林局\n`);
  await page.fill('#query', '园');
  await page.waitForFunction(() => /** @type {any} */ (CSS.highlights.get('found')).size > 0);
  assert.equal(await page.evaluate(() => CSS.highlights.get('found')?.size), 2000);
  await done();
});

test('a report says at which session it was given', async () => {
  const [page, done] = await site.open();
  const report = readFileSync(new URL('../../notices/wanghu-report.txt', import.meta.url), 'utf8');
  await paste(page, report);
  await says(page, '.header-facts', /会议\s*望湖\S+次会议/);
  await done();
});

test('a fact lights up in the list and in the source, from either side', async () => {
  const [page, done] = await site.open();
  await paste(page, NOTICE);
  const chip = page.locator('.chip', { hasText: '市住建局' });
  await chip.hover();
  await page.locator('#source .is-hovered', { hasText: '市住建局' }).waitFor();
  await chip.click();
  await page.locator('#source .k-participant.is-selected', { hasText: '市住建局' }).waitFor();
  await says(page, '#detail', '原文写明');
  await says(page, '#detail', '依据');

  const mark = page.locator('#source .k-target', { hasText: '其中农村1200个' });
  await mark.hover();
  await page.locator('.target-what.is-hovered', { hasText: '农村' }).waitFor();
  await mark.click();
  await page.locator('.target-what.is-selected', { hasText: '农村' }).waitFor();
  await page.locator('#source .k-task', { hasText: '2.' }).first().click();
  await page.locator('.task.is-selected', { hasText: '新增学位' }).waitFor();
  await says(page, '#detail', '所在标题');
  await done();
});

test('what was read of the words that facts are made of is said', async () => {
  const [page, done] = await site.open();
  await paste(page, '1.新建公园3座。\n责任单位：市城管局\n');
  await says(page, '.took', '3 处，读入 3 处');
  await done();
});

test('every span of every fact is highlighted as it stands in the text', async () => {
  const [page, done] = await site.open();
  await paste(page, NOTICE);
  const marks = await page.locator('#source .k-lead, #source .k-participant').allInnerTexts();
  assert.deepEqual(marks, ['市教育局', '财政局', '市教育局', '市住建局', '市发展改革委', '市统计局']);
  const lines = await page.locator('#source .line').evaluateAll((all) => all.map((line) => line.textContent?.replace('↵', '')));
  assert.deepEqual(lines, NOTICE.trimEnd().split('\n'));
  await done();
});

test('diagnostics are underlined where they stand, and told with their meaning', async () => {
  const [page, done] = await site.open();
  await paste(page, NOTICE);
  await page.locator('#source .k-warning', { hasText: '任单位' }).click();
  await says(page, '#detail', '按“责任单位”读');
  await page.click('#tab-doubts');
  await page.locator('.doubt-card.is-selected summary').click();
  await says(page, '.doubt-card.is-selected details', 'misprinted-label');
  await page.locator('.doubt-what', { hasText: '换行' }).click();
  await page.locator('#source .break.is-selected').waitFor();
  await done();
});

test('the picture shows who works with whom, and filters', async () => {
  const [page, done] = await site.open('view=network');
  await paste(page, NOTICE);
  await page.click('#tab-network');
  assert.equal(await page.locator('.node.unit').count(), 5);
  assert.equal(await page.locator('.node.official').count(), 2);
  await page.locator('[aria-label^="市教育局"]').hover();
  assert.equal(await page.locator('.link.shared.lit').count(), 2);
  await page.locator('[aria-label^="市财政局"]').press('Enter');
  await says(page, '#counts', '1/3 项任务');
  await page.locator('[aria-label^="市财政局"][aria-pressed=true]').press('Enter');
  await says(page, '#counts', /^3 项任务/);
  await page.locator('.alternative summary').click();
  const rows = await page.locator('.alternative tbody tr').allInnerTexts();
  assert.equal(rows.length, 5);
  assert.ok(rows.includes('市教育局\t市财政局\t合作\t1'));
  await done();
});

test('sums are exact, and a total that is not met is marked', async () => {
  const [page, done] = await site.open('sample=qinghe-allocation&view=tables&table=allocations');
  const rows = (await page.locator('#panel-tables tbody tr').allInnerTexts()).map((row) => row.split('\t'));
  const figures = rows.map((cells) => [cells[0], ...cells.slice(-4)]);
  assert.deepEqual(figures, [
    ['新建公共停车位', '1\u202f200', '1\u202f200', '0', '相符'],
    ['新建口袋公园', '26', '25', '-1', '不符'],
    ['新建农村公路', '86.5', '86.5', '0', '相符'],
    ['新生儿听力筛查', '98', '', '', '不计算'],
    ['更新公交站台', '64', '64', '0', '相符'],
  ]);
  assert.equal(await page.locator('tr.wrong').count(), 1);
  await page.click('[data-table=units]');
  const sums = await page.locator('tfoot td').allInnerTexts();
  assert.deepEqual(sums, ['合计', '3', '5', '8']);
  await done();
});

test('tables are sorted by a column', async () => {
  const [page, done] = await site.open('view=tables&table=targets');
  const column = async () => page.locator('tbody td:nth-child(3)').allInnerTexts();
  const before = await column();
  const button = page.locator('th button', { hasText: '数值' });
  await button.click();
  const up = await column();
  assert.notDeepEqual(up, before);
  const numbers = up.map((cell) => Number(cell.replaceAll('\u202f', '')));
  assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b));
  assert.equal(await page.locator('th', { hasText: '数值' }).getAttribute('aria-sort'), 'ascending');
  await page.keyboard.press('Enter');
  assert.deepEqual(await column(), [...up].reverse().sort((a, b) => Number(b.replaceAll('\u202f', '')) - Number(a.replaceAll('\u202f', ''))));
  assert.equal(await page.locator('th', { hasText: '数值' }).getAttribute('aria-sort'), 'descending');
  await done();
});

test('CSV and JSON are exported', async () => {
  const [page, done] = await site.open();
  await paste(page, NOTICE.replace('建设示范食堂', '=HYPERLINK("x","食堂")建设示范食堂'));
  await page.click('#tab-tables');
  /** @param {string} button */
  const exported = async (button) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  const csv = await exported('#export-csv');
  assert.match(csv.name, /任务\.csv$/);
  assert.ok(csv.text.startsWith('\uFEFF序号,部分,责任领导,任务,牵头单位,配合单位,时限,目标数\r\n'));
  assert.ok(csv.text.includes(`"'=HYPERLINK(""x"",""食堂"")建设示范食堂100家以上，改造助餐点30处。"`), csv.text);
  assert.ok(csv.text.includes('市教育局,市财政局'));
  const json = await exported('#export-json');
  const notice = JSON.parse(json.text);
  assert.equal(notice.schema, 'fenjie.notice/2');
  assert.equal(notice.tasks.length, 3);
  await done();
});

test('the policy is sent with the page, and holds', async () => {
  const [page] = await site.open();
  const header = (await fetch(site.url)).headers.get('Content-Security-Policy') ?? '';
  const policy = new Map(header.split('; ').map((rule) => /** @type {[string, string]} */ (rule.split(/ (.*)/s))));
  assert.equal(policy.get('default-src'), "'none'");
  assert.equal(policy.get('script-src'), "'self' 'wasm-unsafe-eval'");
  assert.equal(policy.get('style-src'), "'self'");
  assert.equal(policy.get('frame-ancestors'), "'none'");
  assert.ok(!/unsafe-(inline|eval)/.test(header.replace('wasm-unsafe-eval', '')));
  const broken = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.body.dataset.broken = "script"';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<i style="color: red" onclick="document.body.dataset.broken = 1"></i>');
    /** @type {HTMLElement} */ (document.body.lastElementChild).click();
    const { color } = getComputedStyle(/** @type {Element} */ (document.body.lastElementChild));
    return [document.body.dataset.broken, color === 'rgb(255, 0, 0)'];
  });
  assert.deepEqual(broken, [undefined, false]);
  await page.context().close();
});

test('hostile text shows as text', async () => {
  const [page, done] = await site.open();
  const image = '<img src=x onerror="document.body.dataset.broken=1">';
  const hostile = `云溪市2025年重点工作任务分解</script><script>document.body.dataset.broken=1</script>
一、周${image}明市长主抓重点工作
1.建设示范\u202e堂食\u202c100家${image}。
责任单位：市教育局<b>、财政局\u2066\u200b
`;
  await paste(page, hostile);
  for (const view of ['tasks', 'doubts', 'network', 'tables']) {
    await page.click(`#tab-${view}`);
    assert.equal(await page.locator('main img, main script, main b > b').count(), 0);
  }
  assert.equal(await page.getAttribute('body', 'data-broken'), null);
  await says(page, '#source', image);
  await says(page, '#source .control', 'U+202E');
  assert.ok(!/[\u202a-\u202e\u2066-\u2069]/u.test((await page.locator('body').textContent()) ?? ''), 'no control reaches the page');
  await done();
});
