// The workers' side of the package, with threads that a test holds in its hands.

import assert from "node:assert/strict";
import { test } from "node:test";

import { satisfiedBy } from "fenjie";

import { answer } from "../../../target/npm/fenjie/worker/answer.js";
import { client } from "../../../target/npm/fenjie/worker/client.js";

import { text } from "./notices.mjs";

/** Threads that answer with `reply`, and what became of them. */
function threads(reply) {
  const all = [];
  const start = (onReply) => {
    const thread = { stopped: false, asked: 0 };
    all.push(thread);
    const send = (request) => {
      thread.asked += 1;
      queueMicrotask(() => onReply(reply(request, thread)));
    };
    return { send, stop: () => (thread.stopped = true), hold: () => {} };
  };
  return { all, start };
}

for (const [cores, expected] of [[1, 1], [3, 2], [64, 4], [undefined, 1], [NaN, 1]]) {
  test(`a machine that tells of ${cores} cores has ${expected} workers`, async () => {
    const { all, start } = threads(answer);
    await client(start, cores).parseMany(Array(8).fill(text));
    assert.equal(all.length, expected);
  });
}

for (const [count, expected] of [[NaN, 1], [undefined, 1], [0, 1], [-3, 1], [2.9, 2], [Infinity, 8]]) {
  test(`${count} workers are ${expected}`, async () => {
    const { all, start } = threads(answer);
    const workers = client(start, 4);
    workers.setWorkers(count);
    const results = await workers.parseMany(Array(8).fill(text));
    assert.ok(results.every(({ status }) => status === "fulfilled"));
    assert.equal(all.length, expected);
  });
}

test("a worker whose wasm stopped is replaced", async () => {
  const { all, start } = threads((request, thread) => (thread === all[0] ? { broken: "unreachable" } : answer(request)));
  const workers = client(start, 1);
  const [broken, waiting] = await Promise.allSettled([workers.codes(), workers.codes()]);
  assert.equal(broken.reason.code, "worker");
  assert.match(broken.reason.message, /unreachable/);
  assert.equal(waiting.status, "fulfilled");
  assert.deepEqual(all, [{ stopped: true, asked: 1 }, { stopped: false, asked: 1 }]);
});

test("a trap breaks the worker, a refusal does not", () => {
  const throwing = (error) => ({ toString: () => { throw error; } });
  const reply = (actual) => answer({ name: "satisfiedBy", args: [{}, actual] });
  for (const trap of [new WebAssembly.RuntimeError("unreachable"), new RangeError("Maximum call stack size exceeded")]) {
    assert.deepEqual(reply(throwing(trap)), { broken: String(trap) });
  }
  assert.throws(() => satisfiedBy({}, "1"), { code: "document" });
  assert.equal(reply("1").failure.code, "document");
  assert.equal(answer({ name: "parse", args: [1] }).failure.code, "other");
});
