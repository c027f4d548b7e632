// The notices that the tests read.

import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../../examples/notices/", import.meta.url);

/** The example notices, by name. */
export const examples = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => [name.replace(/\.txt$/, ""), readFileSync(new URL(name, folder), "utf8")]),
);

/** What the core reads from a set of texts, as it writes it: `cargo run -p fenjie-testkit --bin cases`. */
export const cases = readFileSync(new URL("../../../target/npm/cases.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

/** A notice of which everything is known. */
export const text =
  "云溪市2025年重点工作任务分解\n一、周明市长主抓重点工作\n1.建设示范食堂100家以上。\n责任单位：市教育局、财政局，各区县政府\n" +
  "2.新增学位7000个，其中农村学位占比达到30%。\n责任单位：市财政局\n";

/** Every pair of numbers in a document, and nothing but a span is one. */
export function spans(value, found = []) {
  if (isSpan(value)) found.push(value);
  else if (value !== null && typeof value === "object") Object.values(value).forEach((inner) => spans(inner, found));
  return found;
}

export const isSpan = (value) =>
  Array.isArray(value) && value.length === 2 && value.every((inner) => typeof inner === "number");
