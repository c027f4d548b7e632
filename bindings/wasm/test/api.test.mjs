import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as fenjie from "fenjie";

import { text } from "./notices.mjs";

const notice = fenjie.parse(text);
const bytes = new TextEncoder().encode(text);

test("bytes are read like the text", () => {
  assert.deepEqual(fenjie.parse(bytes), notice);
  assert.deepEqual(fenjie.parse(bytes.buffer), notice);
  assert.deepEqual(fenjie.parse(Buffer.from(text)), notice);
  assert.equal(fenjie.decode(bytes), text);
  assert.equal(fenjie.decode(new TextEncoder().encode("\ufeff市")), "\ufeff市", "a byte order mark counts");
});

test("a year is taken where the notice prints none", () => {
  const bare = "一、办好食堂。（责任单位：市教育局）";
  assert.equal(fenjie.parse(bare, { year: 2025 }).parts[0].from, 2025);
  assert.equal(fenjie.parse(bare).parts[0].from, null);
  assert.deepEqual(fenjie.parse(bare, { year: null }), fenjie.parse(bare, {}));
});

test("check gives the doubts of a text and of a notice", () => {
  const doubts = fenjie.check(text);
  assert.ok(doubts.some(({ code, severity }) => code === "assumed-lead" && severity === "note"));
  assert.deepEqual(fenjie.check(notice), doubts);
});

test("quantities are exact", () => {
  const [quantity] = fenjie.quantities("力争新增停车泊位12345678901234.5万个以上");
  assert.deepEqual(
    [quantity.value, quantity.comparator, quantity.measure, quantity.kind],
    ["123456789012345000", "ge", "个", "cardinal"],
  );
});

test("grids are the cells of tables", () => {
  const [grid] = fenjie.grids("序号\t工作任务\t责任单位\n1\t建设示范食堂100家\t市教育局\n");
  assert.deepEqual(grid.columns.map(({ kind }) => kind), ["number", "content", "responsible"]);
  assert.equal(grid.rows[1].cells[1].text, "建设示范食堂100家");
  const [shifted] = fenjie.grids("𠮷\n序号\t工作任务\t责任单位\n1\t建设示范食堂100家\t市教育局\n");
  assert.deepEqual(shifted.columns.map(({ span }) => span), [[3, 5], [6, 10], [11, 15]]);
});

test("a notice is written in canonical form, with its source or without", () => {
  const written = fenjie.toText(notice, text);
  assert.deepEqual(fenjie.toText(fenjie.parse(written), written), written);
  assert.ok(written.includes("一、周明市长主抓重点工作"));
  assert.deepEqual(fenjie.parse(fenjie.toText(notice)).units, notice.units);
  const changed = structuredClone(notice);
  changed.tasks[0].text = "建设示范食堂120家以上。";
  assert.ok(fenjie.toText(changed, text).includes("120家"));
});

test("why tells the rule of every assignment and target", () => {
  const { assignments, targets } = fenjie.why(notice, text);
  assert.deepEqual(assignments.map(({ quote }) => quote), notice.assignments.map(({ quote }) => quote));
  assert.deepEqual(targets.map(({ span }) => span), notice.targets.map(({ span }) => span));
  assert.equal(fenjie.quote(text, assignments[0].ground.span), "责任单位");
  assert.equal(fenjie.quote(text, notice.assignments[0].ground), "责任单位");
});

test("coverage counts every line", () => {
  const { read, unread } = fenjie.coverage(notice, text);
  assert.equal(read.lines + unread.lines, text.trimEnd().split("\n").length);
  assert.equal(read.bytes + unread.bytes, bytes.length);
  assert.deepEqual(fenjie.coverage(notice, text).evidence, notice.evidence);
  assert.deepEqual(notice.evidence.quantities, { found: 3, read: 3, aside: 0, unread: 0 });
});

test("a target is judged by an actual figure", () => {
  const [canteens] = notice.targets;
  assert.deepEqual(fenjie.satisfiedBy(canteens, 120), { verdict: "satisfied", margin: "20" });
  assert.deepEqual(fenjie.satisfiedBy(canteens, "99.5"), { verdict: "missed", margin: "0.5" });
  assert.deepEqual(fenjie.satisfiedBy(canteens, 1e21), { verdict: "satisfied", margin: "999999999999999999900" });
  const about = { ...canteens, comparator: "approx" };
  assert.equal(fenjie.satisfiedBy(about, 92).verdict, "missed");
  assert.equal(fenjie.satisfiedBy(about, 92, { tolerance: "0.1" }).verdict, "satisfied");
  const bare = { ...canteens, comparator: "eq" };
  assert.equal(fenjie.satisfiedBy(bare, 120).verdict, "satisfied");
  assert.equal(fenjie.satisfiedBy(bare, 120, { overFulfilment: false }).verdict, "missed");
});

test("two targets of one indicator compare", () => {
  const [before] = notice.targets;
  assert.equal(fenjie.compare(before, { ...before, value: "120" }), "tightened");
  assert.equal(fenjie.compare(before, { ...before, measure: "亩" }), "incomparable");
});

test("every code is explained", () => {
  const codes = fenjie.codes();
  assert.ok(codes.includes("sum-mismatch"));
  for (const code of codes) {
    const page = fenjie.explain(code);
    assert.equal(page.code, code);
    assert.ok(page.title && page.title_zh && page.text && page.text_zh && page.example);
  }
});

test("decimals become numbers", () => {
  assert.equal(fenjie.toNumber("0.5"), 0.5);
  assert.equal(fenjie.toNumber(null), null);
});

test("the version is that of the package and of the workspace", () => {
  const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
  assert.equal(JSON.parse(read("../npm/package.json")).version, fenjie.version);
  assert.equal(/^version = "(.*)"$/m.exec(read("../../../Cargo.toml"))[1], fenjie.version);
});
