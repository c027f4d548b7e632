// How fast the wasm is in Node, against the same Rust compiled for this machine: both in turns, the best of each.
//
//   node bench/speed.mjs NATIVE     NATIVE is target/release/examples/native

import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { examples } from "../test/notices.mjs";

const ROUNDS = 8;
const [native] = process.argv.slice(2);

const all = Object.values(examples).join("\n");
const ofSize = (bytes) => all.repeat(Math.ceil(bytes / Buffer.byteLength(all))).slice(0, Math.round(bytes / 2.7));
const size = (text) => `${(Buffer.byteLength(text) / 1000).toFixed(0)} KB`;

function best(times, work) {
  let least = Infinity;
  for (let at = 0; at < times; at++) {
    const begin = performance.now();
    work();
    least = Math.min(least, performance.now() - begin);
  }
  return least;
}

// A process of its own for each, as a page has it: the code is cold.
const first = `
  import { readFileSync } from "node:fs";
  const text = readFileSync(0, "utf8");
  const begin = performance.now();
  const { parse } = await import("fenjie");
  const loaded = performance.now();
  parse(text);
  console.log(JSON.stringify([loaded - begin, performance.now() - loaded]));`;
const small = ofSize(40_000);
const runs = Array.from({ length: ROUNDS }, () => {
  const options = { input: small, cwd: fileURLToPath(new URL("..", import.meta.url)) };
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "--eval", first], options));
});
const least = (at) => Math.min(...runs.map((run) => run[at])).toFixed(1);
console.log(`the first parse of ${size(small)}: ${least(1)} ms, after ${least(0)} ms for loading`);

const { parse } = await import("fenjie");
const json = await import("../../../target/npm/fenjie/json.js");
for (const text of [small, ofSize(1_000_000)]) {
  const times = text.length < 100_000 ? 20 : 3;
  const figures = { native: Infinity, wasm: Infinity, parse: Infinity };
  for (let at = 0; at < ROUNDS; at++) {
    const { stdout } = spawnSync(native, [String(times)], { input: text });
    figures.native = Math.min(figures.native, Number(stdout));
    figures.wasm = Math.min(figures.wasm, best(times, () => json.parse(text)));
    figures.parse = Math.min(figures.parse, best(times, () => parse(text)));
  }
  const share = (time) => `${(figures.native / time).toFixed(2)} of native`;
  console.log(
    `${size(text)} to JSON: native ${figures.native.toFixed(2)} ms, wasm ${figures.wasm.toFixed(2)} ms ` +
      `(${share(figures.wasm)}); to objects ${figures.parse.toFixed(2)} ms (${share(figures.parse)})`,
  );
}
