// How fast the wasm is in Node, against the same Rust compiled for this machine: both in turns, the best of each.
//
//   node bench/speed.mjs NATIVE     NATIVE is target/release/examples/native

import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { examples } from "../test/notices.mjs";

const ROUNDS = 8;
const [program] = process.argv.slice(2);

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
const { initSync } = await import("../../../target/npm/fenjie/wasm/fenjie.js");
const wasm = initSync(); // the instance that is loaded already

/** What the native side does: from text in memory to JSON in memory. */
function parseInMemory(bytes) {
  const at = wasm.__wbindgen_malloc(bytes.length, 1);
  new Uint8Array(wasm.memory.buffer).set(bytes, at);
  const [json, length] = wasm.parse(at, bytes.length, 0);
  wasm.__wbindgen_free(json, length, 1);
}

for (const text of [small, ofSize(1_000_000)]) {
  const bytes = Buffer.from(text);
  const times = text.length < 100_000 ? 50 : 3;
  const ways = {
    "JSON in memory": () => parseInMemory(bytes),
    "a string of JSON": () => json.parse(text),
    objects: () => parse(text),
  };
  const least = Object.fromEntries(Object.keys(ways).map((to) => [to, Infinity]));
  let native = Infinity;
  for (let at = 0; at < ROUNDS; at++) {
    native = Math.min(native, Number(spawnSync(program, [String(times)], { input: text }).stdout));
    for (const [to, work] of Object.entries(ways)) least[to] = Math.min(least[to], best(times, work));
  }
  console.log(`${size(text)}: native to JSON in memory ${native.toFixed(2)} ms; wasm`);
  for (const [to, time] of Object.entries(least)) {
    console.log(`  to ${to} ${time.toFixed(2)} ms, ${(native / time).toFixed(2)} of native`);
  }
}
