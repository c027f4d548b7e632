// The types say what there is: a user's program compiles, and every example notice is a `Notice` to the letter.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { codes, coverage, explain, grids, parse, quantities, satisfiedBy, why } from "fenjie";
import { readFile } from "fenjie/files";

import { examples } from "./notices.mjs";

const here = new URL("./types/", import.meta.url);
const made = new URL("./made/", here);
const path = (url) => fileURLToPath(url);

/** What is wrong with the programs, to the compiler. */
function compile() {
  const tsc = new URL("../node_modules/typescript/bin/tsc", import.meta.url);
  const { stdout, status } = spawnSync(process.execPath, [path(tsc), "--project", path(here)]);
  return { stdout: String(stdout), status };
}

test("what there is has its types, and the types have no more", async () => {
  mkdirSync(made, { recursive: true });
  const values = Object.values(examples).flatMap((text) => {
    const notice = parse(text);
    return [
      ["Notice", notice],
      ["Whys", why(notice, text)],
      ["Coverage", coverage(notice, text)],
      ["Quantity[]", quantities(text)],
      ["Grid[]", grids(text)],
      ["Verdict[]", notice.targets.map((target) => satisfiedBy(target, 1))],
    ];
  });
  const page = new TextEncoder().encode("<p>云溪市</p><table><tr><td>任务</td><td>单位</td></tr></table>");
  values.push(["Document", await readFile(page)]);
  values.push(["Explanation[]", codes().map((code) => explain(code))], ["Code[]", codes()]);
  // An object that is written down may have no key beside those of its type, and must have all of them.
  const lines = values.map(([type, value], at) => `export const v${at}: fenjie.${type} = ${JSON.stringify(value)};\n`);
  writeFileSync(new URL("values.ts", made), `import type * as fenjie from "fenjie";\n${lines.join("")}`);
  const { stdout, status } = compile();
  assert.equal(status, 0, stdout.slice(0, 4000));
});

test("the declarations are those that were looked at", () => {
  const folder = new URL("../../../target/npm/fenjie/", import.meta.url);
  const files = readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll("\\", "/"));
  const shown = files.filter((name) => name.endsWith(".d.ts") && !name.startsWith("wasm/") && name !== "model.d.ts").sort();
  const now = shown.map((name) => `// ${name}\n${readFileSync(new URL(name, folder), "utf8")}`).join("\n");
  const kept = new URL("api.d.txt", here);
  if (process.env.UPDATE) writeFileSync(kept, now);
  assert.equal(now, readFileSync(kept, "utf8"), "UPDATE=1 npm test writes the new ones");
});
