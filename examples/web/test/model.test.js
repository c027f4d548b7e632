/** What needs no browser: decimals, CSV, segments, files, the address. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'fenjie';
import { fromHash, toHash } from '../src/hash.js';
import { decode, FileError, MOST_BYTES, readText } from '../src/io/file.js';
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

test('bytes are decoded, or said to be what they are', () => {
  const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);
  assert.deepEqual(decode(utf8('责任单位'), 'a'), { text: '责任单位', message: null });
  assert.equal(decode(utf8('\ufeff责任'), 'a').text, '责任');
  const gbk = decode(Uint8Array.of(0xd4, 0xf0, 0xc8, 0xce), 'a');
  assert.deepEqual([gbk.text, gbk.message?.key], ['责任', 'read_gb18030']);
  const utf16 = decode(Uint8Array.of(0xff, 0xfe, 0x23, 0x8d, 0xfb, 0x4e), 'a');
  assert.deepEqual([utf16.text, utf16.message?.key], ['责任', 'read_utf16']);
  /** @type {[Uint8Array, string][]} */
  const refused = [
    [utf8(' \n'), 'bad_empty'],
    [utf8('%PDF-1.4'), 'bad_pdf'],
    [Uint8Array.of(0x50, 0x4b, 3, 4), 'bad_word'],
    [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'bad_word'],
    [new Uint8Array(64), 'bad_binary'],
    [Uint8Array.of(0xff, 0xff, 0x41), 'bad_encoding'],
    [Uint8Array.of(0xff, 0xff, 0, 0x41), 'bad_binary'],
  ];
  for (const [bytes, key] of refused) {
    assert.throws(() => decode(bytes, 'a'), (error) => error instanceof FileError && error.said.key === key && error.said.bad);
  }
});

test('a text without a file is refused where a file would be', () => {
  assert.deepEqual(readText('责任', 'a'), { text: '责任', message: null });
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
  const document = { name: '', text, notice, lookup: lookupOf(notice, text), explanations: new Map(), milliseconds: 0 };
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
