/** What needs no browser: decimals, CSV, segments, files, the address. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'fenjie';
import { DecodeError, FileError as Unread } from 'fenjie/worker';
import { fromHash, toHash } from '../src/hash.js';
import { FileError, inOrder, inWords, MOST_BYTES, MOST_PACKED, readText, refuseLargeFiles } from '../src/io/file.js';
import { fileName } from '../src/io/download.js';
import { add, compare, decimal, print, subtract } from '../src/model/decimal.js';
import { folded, placesOf } from '../src/model/fold.js';
import { lookupOf } from '../src/model/lookup.js';
import { networkOf } from '../src/model/network.js';
import { shownOf } from '../src/model/filter.js';
import { tableOf } from '../src/model/tables.js';
import { segmentsIn, segmentsOf } from '../src/model/segments.js';
import { noFilters } from '../src/state.js';

test('decimals are exact', () => {
  const cases = [
    ['0.1', '0.2', '0.3', '-0.1'],
    ['20000000000000000000.01', '0.99', '20000000000000000001', '19999999999999999999.02'],
    ['-5', '5.50', '0.5', '-10.5'],
    ['0', '-0.000', '0', '0'],
  ];
  for (const [a, b, sum, difference] of cases) {
    assert.equal(print(add(decimal(a), decimal(b))), sum);
    assert.equal(print(subtract(decimal(a), decimal(b))), difference);
  }
  assert.ok(compare(decimal('1.10'), decimal('1.1')) === 0 && compare(decimal('-2'), decimal('1')) < 0);
  for (const wrong of ['', '1e3', '1.', '.5', '+1', '一']) assert.throws(() => decimal(wrong), RangeError);
});

test('segments follow each other without a gap and carry what covers them', () => {
  /** @param {string} key @param {number} start @param {number} end @returns {import('../src/model/facts.js').Fact} */
  const fact = (key, start, end) => ({ key, kind: 'target', row: 0, start, end });
  const facts = [fact('task:0', 0, 10), fact('target:0', 2, 6), fact('target:1', 4, 8), fact('note:0', 12, 12)];
  const segments = segmentsOf(facts, 14);
  assert.deepEqual(
    segments.map(({ start, end, facts: inside }) => [start, end, inside.map(({ key }) => key).join()]),
    [
      [0, 2, 'task:0'],
      [2, 4, 'task:0,target:0'],
      [4, 6, 'task:0,target:0,target:1'],
      [6, 8, 'task:0,target:1'],
      [8, 10, 'task:0'],
      [10, 12, ''],
      [12, 14, ''],
    ],
  );
  assert.deepEqual(segmentsIn(segments, 5, 9).map(({ start, end }) => [start, end]), [[5, 6], [6, 8], [8, 9]]);
  assert.deepEqual(segmentsIn(segments, 5, 5), []);
});

test('of a file that is not read, the page says why and what to do', () => {
  /** @type {[Error, string][]} */
  const refused = [
    [new Unread('unreadable-format', '', 'a', 'scan', null), 'bad_scan'],
    [new Unread('unreadable-format', '', 'a', 'doc', null), 'bad_format'],
    [new Unread('broken-file', '', 'a', 'pdf', null), 'bad_broken'],
    [new Unread('too-large', '', 'a', null, 'cells'), 'bad_unpacked'],
    [new DecodeError('binary', '', 3, 'a'), 'bad_binary'],
    [new DecodeError('not-utf8', '', 3, 'a'), 'bad_encoding'],
  ];
  for (const [error, key] of refused) {
    const said = inWords(error);
    assert.ok(said instanceof FileError && said.said.key === key && said.said.bad && said.said.values?.name === 'a', key);
  }
  const other = new Error('of no file');
  assert.equal(inWords(other), other);
});

test('a page comes before its annexes, and those in the order of their figures', () => {
  const names = ['附件10：清单.xlsx', '附件2：分工.docx', '说明.docx', '通知.html'];
  assert.deepEqual(inOrder(names.map((name) => ({ name }))).map(({ name }) => name), ['通知.html', '说明.docx', names[1], names[0]]);
});

test('a packed file may be larger than a text', async () => {
  /** @param {string} begin @param {number} size */
  const file = (begin, size) => new File([begin, new Uint8Array(size - begin.length)], 'a');
  await refuseLargeFiles([file('%PDF', MOST_BYTES + 1), file('<p>', MOST_BYTES)]);
  for (const large of [file('<p>', MOST_BYTES + 1), file('PK', MOST_PACKED + 1)]) {
    await assert.rejects(refuseLargeFiles([large]), (error) => error instanceof FileError && error.said.key === 'bad_large');
  }
});

test('a text without a file is refused where a file would be', () => {
  assert.equal(readText('责任', 'a'), '责任');
  for (const [text, key] of [['', 'bad_empty'], [' \n\u3000', 'bad_empty'], ['责'.repeat(MOST_BYTES / 3 + 1), 'bad_large']]) {
    assert.throws(() => readText(text, 'a'), (error) => error instanceof FileError && error.said.key === key);
  }
});

test('a search takes no notice of case and width, and finds the way back', () => {
  /** @type {[string, string, string[]][]} */
  const cases = [
    ['完成GDP和Gdp', 'ｇｄｐ', ['GDP', 'Gdp']],
    ['投资１２．５％', '12.5%', ['１２．５％']],
    ['İİ站', '站', ['站']],
    ['İİ站', 'İ', ['İ', 'İ']],
    ['五㎡、㍿', 'm2', ['㎡']],
    ['㍿之一', '式', ['㍿']],
    ['cafe\u0301馆', 'CAFÉ馆', ['cafe\u0301馆']],
    ['𠮷市𝐀局', 'a局', ['𝐀局']],
    ['\ud800园', '园', ['园']],
    ['没有', '园', []],
  ];
  for (const [text, query, found] of cases) {
    assert.deepEqual(placesOf(text, [folded(query)], 9).map(([start, end]) => text.slice(start, end)), found, text);
    assert.equal([...text.matchAll(/\P{M}\p{M}*/gsu)].map(([piece]) => folded(piece)).join(''), folded(text));
  }
  assert.equal(placesOf('园'.repeat(50), ['园'], 9).length, 9);
  for (let code = 0; code < 0x30000; code += 1) {
    const character = String.fromCodePoint(code);
    assert.ok(folded(character) === character.normalize('NFKC').toLowerCase(), code.toString(16));
  }
});

/** @param {string} text */
function documentOf(text) {
  const notice = parse(text);
  const document = { name: '', text, notice, contents: null, lookup: lookupOf(notice, text), explanations: new Map(), milliseconds: 0 };
  return { document, shown: shownOf(document, noFilters()) };
}

test('a picture has the busiest units and officials, and says how many it has not', () => {
  const names = ['甲', '乙', '丙', '丁', '戊'];
  const tasks = (/** @type {number} */ count) => Array.from({ length: count }, (_, at) => `${at + 1}.修桥。\n责任单位：市交通局\n`).join('');
  const { document, shown } = documentOf(names.map((name, at) => `${'一二三四五'[at]}、周${name}副市长主抓重点工作\n${tasks(at + 1)}`).join(''));
  assert.equal(document.notice.officials.length, 5);
  const { nodes, links, leftOut } = networkOf(document, shown, 2);
  assert.deepEqual(nodes.map(({ name, tasks }) => [name, tasks]), [['周丁', 4], ['周戊', 5], ['市交通局', 15]]);
  assert.deepEqual(leftOut, { unit: 0, official: 3 });
  assert.deepEqual(links.map(({ tasks }) => tasks.length), [4, 5]);
});

test('a unit counts once in a task, whatever it does there', () => {
  const text = '1.修桥。\n牵头单位：市交通局\n配合单位：市财政局、市水利局\n2.修路。\n牵头单位：市财政局\n配合单位：市交通局\n';
  const { document, shown } = documentOf(text);
  const rows = tableOf('units', document, shown).rows.map(({ cells }) => cells);
  assert.deepEqual(rows, [['市交通局', '1', '1', '2'], ['市财政局', '1', '1', '2'], ['市水利局', '0', '1', '1']]);
});

test('an address says what is shown, and wrong ones are read as far as they go', () => {
  const filters = { ...noFilters(), query: '投资 & #=', official: 2, unit: 7, role: /** @type {const} */ ('lead'), doubts: true };
  const state = /** @type {any} */ ({ sample: 'hongyan-table', view: 'tables', table: 'units', selected: 'target:3', filters });
  const { sample, view, table, selected, filters: read } = fromHash(`#${toHash(state)}`);
  assert.deepEqual({ sample, view, table, selected, filters: read }, state);
  const wrong = fromHash('#sample=../../etc&view=x&table=&official=-1&unit=1e9&role=all&at=%22%5D');
  assert.deepEqual(wrong, { sample: null, view: 'tasks', table: 'tasks', selected: null, filters: noFilters() });
});

test('a title makes a name that every system takes', () => {
  assert.equal(fileName('关于“三年行动”的/通知：a*b?.txt'), '关于“三年行动”的 通知：a b');
  assert.equal(fileName('\u202etxt.exe'), 'txt');
});
