// The way in for browsers and bundlers, which Node can load as well: nothing works before `init`, and then everything.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as fenjie from "../../../target/npm/fenjie/web.js";

import { text } from "./notices.mjs";

const wasm = readFileSync(new URL("../../../target/npm/fenjie/wasm/fenjie_bg.wasm", import.meta.url));

test("nothing works before init", () => {
  assert.throws(() => fenjie.parse(text), { name: "FenjieError", code: "not-initialized" });
});

test("a failed init can be tried again", async () => {
  await assert.rejects(fenjie.init(Uint8Array.of(1, 2, 3)));
  assert.throws(() => fenjie.parse(text), { code: "not-initialized" });
  await Promise.all([fenjie.init(wasm), fenjie.init(wasm)]);
  assert.equal(fenjie.parse(text).tasks.length, 2);
});

test("both ways in offer the same", async () => {
  const node = await import("fenjie");
  assert.deepEqual(Object.keys(node).sort(), Object.keys(fenjie).sort());
});
