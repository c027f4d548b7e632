import assert from "node:assert/strict";
import { test } from "node:test";

import {
  assignmentsOf,
  findOfficial,
  findUnit,
  leads,
  officialOf,
  parse,
  participants,
  partOf,
  sectionOf,
  sectionsOf,
  tables,
  targetsOf,
  tasksOf,
  toCsv,
  unitsOf,
} from "fenjie";

import { examples, text } from "./notices.mjs";

const notice = parse(text);
const names = (units) => units.map(({ name }) => name);
const ids = (tasks) => tasks.map(({ id }) => id);

test("a task knows its neighbours", () => {
  const [first, second] = notice.tasks;
  assert.deepEqual(names(leads(notice, first)), ["市教育局"]);
  assert.deepEqual(names(participants(notice, first)), ["市财政局", "各区县政府"]);
  assert.deepEqual(names(unitsOf(notice, second)), ["市财政局"]);
  assert.equal(officialOf(notice, first).name, "周明");
  assert.equal(partOf(notice, first), notice.parts[0]);
  assert.deepEqual(targetsOf(notice, second).map(({ within }) => within), [null, 1]);
});

test("a task knows the headings that it stands under", () => {
  const nested = parse("一、优化营商环境\n（一）压减材料\n1.压减审批材料三成。\n责任单位：市政务办\n");
  const [task] = nested.tasks;
  assert.equal(sectionOf(nested, task).title, "压减材料");
  assert.deepEqual(sectionsOf(nested, task).map(({ number }) => number), ["（一）", "一"]);
  assert.equal(tables(nested).tasks[0].section, "压减材料");
  assert.equal(tables(notice).tasks[0].section, "周明市长主抓重点工作");
  const bare = parse("1.新建公园3座。\n责任单位：市城管局\n");
  assert.equal(sectionOf(bare, bare.tasks[0]), null);
  assert.deepEqual(sectionsOf(bare, bare.tasks[0]), []);
  const circle = structuredClone(nested);
  circle.sections[0].parent = 1;
  assert.equal(sectionsOf(circle, circle.tasks[0]).length, 2);
});

test("tasks are found by official, unit, part and role", () => {
  const finance = findUnit(notice, "市财政局").id;
  assert.deepEqual(ids(tasksOf(notice, { unit: finance })), [0, 1]);
  assert.deepEqual(ids(tasksOf(notice, { unit: finance, role: "participant" })), [0]);
  assert.deepEqual(ids(tasksOf(notice, { official: findOfficial(notice, "周明").id, unit: finance, role: "lead" })), [1]);
  assert.deepEqual(ids(tasksOf(notice, { part: 0 })), [0, 1]);
  assert.deepEqual(ids(tasksOf(notice, { role: "participant" })), [0]);
  assert.deepEqual(ids(tasksOf(notice, { official: 7 })), []);
  assert.equal(findUnit(notice, "市"), null);
  assert.equal(findOfficial(notice, "周"), null);
});

test("walks agree with the tables, in every example", () => {
  for (const source of Object.values(examples)) {
    const notice = parse(source);
    assert.deepEqual(notice.tasks.flatMap((task) => assignmentsOf(notice, task)), notice.assignments);
    assert.deepEqual(notice.tasks.flatMap((task) => targetsOf(notice, task)), notice.targets);
    const wide = tables(notice);
    for (const [name, rows] of Object.entries(wide)) {
      assert.equal(rows.length, notice[name].length);
      for (const row of rows) {
        assert.deepEqual(Object.keys(row), Object.keys(rows[0]));
        for (const cell of Object.values(row)) assert.ok(cell === null || typeof cell !== "object");
      }
    }
  }
});

test("wide tables have the names, not the ids", () => {
  const { tasks, assignments, targets } = tables(notice);
  assert.equal(tasks[0].official, "周明");
  assert.equal(tasks[0].participants, "市财政局、各区县政府");
  assert.deepEqual([assignments[1].unit, assignments[1].number], ["市财政局", "1"]);
  assert.deepEqual([targets[0].leads, targets[0].value, targets[0].measure], ["市教育局", "100", "家"]);
});

test("CSV holds whatever words there are", () => {
  const rows = [
    { a: 'a "b", c\nd', b: null, c: -1.5 },
    { a: "=1+1", b: true, c: "-7.5" },
    { a: "@x", b: "-x", c: "1" },
  ];
  const csv = toCsv(rows);
  assert.equal(csv, "\ufeffa,b,c\r\n\"a \"\"b\"\", c\nd\",,-1.5\r\n'=1+1,true,-7.5\r\n'@x,'-x,1\r\n");
  assert.equal(toCsv(rows, { bom: false, guard: false }).split("\r\n")[2], "=1+1,true,-7.5");
  assert.equal(toCsv([]), "");
  assert.equal(toCsv([], { columns: ["a", "b"], bom: false }), "a,b\r\n");
  assert.equal(toCsv(rows, { columns: ["c", "z"], bom: false }).split("\r\n")[1], "-1.5,");
});

test("no cell of a CSV file is a formula", () => {
  const armed = ["=1+1", "+A1", "-A1", "@SUM(A1)", "+5", " =1", "\t=1", "\n=1", "\r\n=1", "\u3000=1", "\u200b=1", "\u202e=1"];
  armed.push("＝1", "＋1", "－1", "＠A1", " ＝1", "-5%", "\t1", "\n1");
  const csv = (cell) => toCsv([{ a: cell }], { bom: false }).slice("a\r\n".length);
  for (const cell of armed) assert.match(csv(cell), /^"?'/, JSON.stringify(cell));
  for (const cell of ["-5", "-0.25", "3-5", "市财政局", " 市", "a=b", -5, -1e21]) assert.equal(csv(cell), `${cell}\r\n`);
});
