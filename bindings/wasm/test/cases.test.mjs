// The core and the package read alike: byte for byte the same documents, once spans are told in bytes again.

import assert from "node:assert/strict";
import { test } from "node:test";

import { parse, quantities, toText } from "fenjie";

import { cases, spans } from "./notices.mjs";

/** For every UTF-16 unit of a text, the byte at which it begins; counted here and not by the core. */
function bytes(text) {
  const starts = new Uint32Array(text.length + 1);
  let at = 0;
  let unit = 0;
  for (const character of text) {
    const point = character.codePointAt(0);
    for (let inner = 0; inner < character.length; inner++) starts[unit++] = at;
    at += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  starts[unit] = at;
  return starts;
}

/** The JSON of a value, with its spans in bytes. */
function inBytes(value, starts) {
  const copy = structuredClone(value);
  for (const span of spans(copy)) span.forEach((unit, at) => (span[at] = starts[unit]));
  return JSON.stringify(copy);
}

test("there are cases of every sort", () => {
  const sorts = new Set(cases.map(({ name }) => name.split("/")[0]));
  assert.ok(cases.length > 300 && sorts.size >= 4, `${cases.length}: ${[...sorts]}`);
});

for (const { name, text, year, notice, written, quantities: counted } of cases) {
  test(name, () => {
    const starts = bytes(text);
    const read = parse(text, { year });
    assert.equal(inBytes(read, starts), notice);
    assert.equal(toText(read, text), written);
    assert.equal(inBytes(quantities(text), starts), counted);
  });
}
