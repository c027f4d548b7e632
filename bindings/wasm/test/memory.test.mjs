// Nothing is left behind: after a thousand parses the wasm has no more memory than after the first few.

import assert from "node:assert/strict";
import { test } from "node:test";

import { parse, toText } from "fenjie";

import { initSync } from "../../../target/npm/fenjie/wasm/fenjie.js";
import { examples } from "./notices.mjs";

test("the memory of the wasm does not grow", () => {
  const { memory } = initSync(); // the instance that is loaded already
  const texts = Object.values(examples);
  const round = (rounds) => {
    for (let at = 0; at < rounds; at++) {
      const text = texts[at % texts.length];
      const notice = parse(text);
      if (at % 10 === 0) toText(notice, text);
      assert.throws(() => parse(text, { year: 0 }));
    }
    return memory.buffer.byteLength;
  };
  const warm = round(100);
  assert.ok(warm > 0);
  assert.equal(round(1000), warm);
});
