// Text that is meant to hurt: it is read like any other, and what it says stays words.

import assert from "node:assert/strict";
import { test } from "node:test";

import { coverage, grids, parse, quantities, toText, why } from "fenjie";

import { cases } from "./notices.mjs";

const hostile = {
  markup: '1.建设<img src=x onerror=alert(1)>食堂100家。\n责任单位：市教育局<script>alert("x")</script>、市财政局\n',
  overrides: "1.建设\u202e食堂\u202c100家。\n责任单位：市教育局\u2066、市财政局\u2069\n",
  prototypes: "1.__proto__增长8%。\n责任单位：__proto__、constructor\n",
  escapes: '1."\\u0000\\"}],"x":"增长8%。\n责任单位：市"局\\\n',
  controls: "1.\u0000\u0001\u001f\u007f\u0085增长8%。\n责任单位：市财政局\u2028\u2029\n",
  empty: "",
  breaks: "\r\n\r\r\n\n\u2028",
  brackets: "（".repeat(50_000),
  list: `责任单位：${"市局、".repeat(20_000)}`,
  digits: `增长${"9".repeat(100_000)}%`,
  astral: "𠮷".repeat(30_000),
  lone: "\udc00\ud800".repeat(10_000),
};
for (const { name, text } of cases.filter(({ name }) => name.startsWith("pathological/"))) hostile[name] = text;

for (const [name, text] of Object.entries(hostile)) {
  test(name, () => {
    const notice = parse(text);
    assert.equal(notice.blocks.at(-1)?.span[1] ?? 0, text.length);
    assert.deepEqual(Object.getPrototypeOf(notice), Object.prototype);
    const again = [toText(notice, text), why(notice, text), coverage(notice, text), quantities(text), grids(text)];
    assert.equal(again.length, 5);
  });
}

test("markup is handed over as it is: to show it as text is for the page", () => {
  const notice = parse(hostile.markup);
  assert.ok(notice.tasks[0].text.includes("<img src=x onerror=alert(1)>"));
});
