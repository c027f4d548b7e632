// The programs of the READMEs do what their remarks say.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("..", import.meta.url);
const readmes = ["README.md", "../../README.md"].map((path) => readFileSync(new URL(path, folder), "utf8")).join("\n");
const programs = [...readmes.matchAll(/^```js\n([^]*?)^```$/gm)].map(([, program]) => program);

/** What the remarks behind `console.log(…);`, or below it, promise: up to a colon, which begins an explanation. */
const promises = (program) =>
  [...program.matchAll(/console\.log\(.*\);\s*\/\/ (.*)/g)].map(([, remark]) => remark.split(": the list")[0].split(": where")[0]);

test("there are programs", () => assert.ok(programs.length >= 4));

programs.forEach((program, at) => {
  test(`program ${at + 1}`, () => {
    const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], { cwd: folder });
    const lines = String(output).trimEnd().split("\n");
    for (const promise of promises(program)) assert.ok(lines.includes(promise), `${promise}\n${output}`);
    assert.ok(promises(program).length > 0);
  });
});
