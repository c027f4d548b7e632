/** What needs no browser: decimals, CSV, segments, files, the address. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHash, toHash } from '../src/hash.js';
import { toCsv } from '../src/io/csv.js';
import { decode, FileError } from '../src/io/file.js';
import { fileName } from '../src/io/download.js';
import { add, compare, decimal, print, subtract } from '../src/model/decimal.js';
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

test('no cell of a CSV file is a formula', () => {
  const armed = ['=1+1', '+A1', '-A1', '@SUM(A1)', ' =1', '\t=1', '＝1', '\u200b=1', '-5%'];
  const harmless = ['-5', '-0.25', '3-5', '市财政局', '', 'a=b'];
  for (const cell of armed) assert.match(toCsv([[cell]]), /^\uFEFF"?'/, cell);
  for (const cell of harmless) assert.equal(toCsv([[cell]]), `\uFEFF${cell}\r\n`);
  assert.equal(toCsv([['a,b', 'say "x"', 'two\nlines']]), '\uFEFF"a,b","say ""x""","two\nlines"\r\n');
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
