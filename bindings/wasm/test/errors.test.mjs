import assert from "node:assert/strict";
import { test } from "node:test";

import * as fenjie from "fenjie";

import { text } from "./notices.mjs";

const notice = fenjie.parse(text);
const gbk = Uint8Array.of(0xd4, 0xf0, 0xc8, 0xce, 0xb5, 0xa5, 0xce, 0xbb); // 责任单位

/** The notice with other values in the first row of a table. */
const changed = (table, values) => ({ ...notice, [table]: [{ ...notice[table][0], ...values }, ...notice[table].slice(1)] });

/** Calls that must fail, with the class, the code and a word of the message. */
const failing = [
  ["GBK", () => fenjie.parse(gbk), fenjie.DecodeError, "not-utf8", "GB18030"],
  ["UTF-16", () => fenjie.quantities(Uint8Array.of(0xff, 0xfe, 0x00, 0x4e)), fenjie.DecodeError, "not-utf8", "UTF-16"],
  ["binary", () => fenjie.grids(Uint8Array.of(0x25, 0x50, 0, 1)), fenjie.DecodeError, "binary", "byte 2"],
  ["a year", () => fenjie.parse(text, { year: 99 }), fenjie.OptionsError, "options", "1949"],
  ["a huge year", () => fenjie.parse(text, { year: 1e9 }), fenjie.OptionsError, "options", "year"],
  ["an option", () => fenjie.parse(text, { yaer: 2025 }), fenjie.OptionsError, "options", "yaer"],
  ["no notice", () => fenjie.toText({}), fenjie.DocumentError, "document", "missing field"],
  [
    "a row",
    () => fenjie.toText(changed("units", { name: 7 })),
    fenjie.DocumentError,
    "document",
    "units[0].name: invalid type: a number, expected a string",
  ],
  ["half a span", () => fenjie.toText(changed("tasks", { span: [7] })), fenjie.DocumentError, "document", "tasks[0].span: invalid length 1"],
  ["a fraction", () => fenjie.toText(changed("tasks", { id: 0.5 })), fenjie.DocumentError, "document", "tasks[0].id: "],
  ["another word", () => fenjie.toText({ ...notice, kind: "poem" }), fenjie.DocumentError, "document", "unknown variant `poem`"],
  ["null", () => fenjie.toText(null), fenjie.DocumentError, "document", "struct Notice"],
  ["another schema", () => fenjie.toText({ ...notice, schema: "x/2" }), fenjie.DocumentError, "document", "x/2"],
  ["the first schema", () => fenjie.toText({ ...notice, schema: "fenjie.notice/1" }), fenjie.DocumentError, "document", "reads `fenjie.notice/2`"],
  ["a broken reference", () => fenjie.toText({ ...notice, units: [] }), fenjie.DocumentError, "reference", "unit"],
  ["another text", () => fenjie.toText(notice, "另一篇"), fenjie.DocumentError, "source-mismatch", "text"],
  ["half a character", () => fenjie.why(notice, text.replaceAll("市", "𠮷")), fenjie.DocumentError, "source-mismatch", ""],
  ["no target", () => fenjie.satisfiedBy({}, 1), fenjie.DocumentError, "document", "not a target"],
  ["no decimal", () => fenjie.satisfiedBy(notice.targets[0], "many"), fenjie.DecimalError, "decimal", "many"],
  ["not a number", () => fenjie.satisfiedBy(notice.targets[0], NaN), fenjie.DecimalError, "decimal", "NaN"],
  [
    "a tolerance",
    () => fenjie.satisfiedBy(notice.targets[0], 1, { tolerance: "x" }),
    fenjie.OptionsError,
    "options",
    "tolerance",
  ],
  ["a code", () => fenjie.explain("no-such"), fenjie.UnknownCodeError, "unknown-code", "no-such"],
];

for (const [name, call, kind, code, word] of failing) {
  test(`${name} is refused`, () => {
    assert.throws(call, (error) => {
      assert.ok(error instanceof kind && error instanceof fenjie.FenjieError && error instanceof Error);
      assert.equal(error.name, kind.name);
      assert.equal(error.code, code);
      assert.ok(error.message.includes(word), error.message);
      return true;
    });
  });
}

test("the place of the bad byte is told", () => {
  const bytes = Buffer.concat([Buffer.from("市"), gbk]);
  assert.throws(() => fenjie.decode(bytes), { name: "DecodeError", offset: 3 });
});

test("what is neither text nor bytes is a TypeError", () => {
  for (const value of [undefined, null, 1, {}, []]) assert.throws(() => fenjie.parse(value), TypeError);
});

test("what a document leaves out is absent, and what it has beside is not read", () => {
  const sparse = JSON.parse(JSON.stringify(notice, (_, value) => value ?? undefined));
  sparse.remark = 1;
  delete sparse.blocks;
  assert.equal(fenjie.toText(sparse), fenjie.toText(notice));
});

test("it works on after an error", () => {
  for (const [, call] of failing) assert.throws(call);
  assert.deepEqual(fenjie.parse(text), notice);
});
