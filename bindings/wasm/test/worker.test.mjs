import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, test } from "node:test";

import * as fenjie from "fenjie";
import * as worker from "fenjie/worker";

import { examples, text } from "./notices.mjs";

const texts = Object.values(examples);
const gbk = Uint8Array.of(0xd4, 0xf0, 0xc8, 0xce);
after(() => worker.terminate());

test("a worker offers what fenjie offers", () => {
  const more = ["parseFile", "parseMany", "parseTogether", "readFile", "setWorkers", "terminate"];
  const expected = Object.keys(fenjie).filter((name) => name !== "init");
  assert.deepEqual(Object.keys(worker).sort(), [...expected, ...more].sort());
});

test("it says the same", async () => {
  const notice = fenjie.parse(text, { year: 2025 });
  const [target] = notice.targets;
  assert.deepEqual(await worker.parse(text, { year: 2025 }), notice);
  assert.deepEqual(await worker.parse(new Blob([text]), { year: 2025 }), notice);
  assert.deepEqual(await worker.check(text), fenjie.check(text));
  assert.deepEqual(await worker.check(notice), notice.diagnostics);
  assert.deepEqual(await worker.quantities(text), fenjie.quantities(text));
  assert.deepEqual(await worker.grids(text), fenjie.grids(text));
  assert.deepEqual(await worker.toText(notice, text), fenjie.toText(notice, text));
  assert.deepEqual(await worker.why(notice, text), fenjie.why(notice, text));
  assert.deepEqual(await worker.coverage(notice, text), fenjie.coverage(notice, text));
  assert.deepEqual(await worker.satisfiedBy(target, 120), fenjie.satisfiedBy(target, 120));
  assert.deepEqual(await worker.compare(target, target), "same");
  assert.deepEqual(await worker.explain("sum-mismatch"), fenjie.explain("sum-mismatch"));
  assert.deepEqual(await worker.codes(), fenjie.codes());
  assert.deepEqual(await worker.decode(new TextEncoder().encode(text)), text);
});

test("errors keep their class", async () => {
  await assert.rejects(worker.parse(gbk), (error) => error instanceof worker.DecodeError && error.offset === 0);
  await assert.rejects(worker.parse(text, { year: 0 }), worker.OptionsError);
  await assert.rejects(worker.toText({}), worker.DocumentError);
  await assert.rejects(worker.parse(() => {}), { name: "DataCloneError" });
  assert.equal((await worker.parse(text)).tasks.length, 2, "it works on");
});

test("many texts are parsed in their order, with progress, and a bad one does not stop the others", async () => {
  const sources = [...texts, gbk, new Blob([text])];
  const steps = [];
  const results = await worker.parseMany(sources, { onProgress: (step) => steps.push(step) });
  assert.deepEqual(steps.map(({ done }) => done), sources.map((_, at) => at + 1));
  assert.deepEqual(steps.map(({ index }) => index).sort((a, b) => a - b), sources.map((_, at) => at));
  assert.ok(steps.every(({ total, index, result }) => total === sources.length && result === results[index]));
  assert.deepEqual(results.slice(0, texts.length).map(({ value }) => value), texts.map((text) => fenjie.parse(text)));
  assert.equal(results[texts.length].status, "rejected");
  assert.ok(results[texts.length].reason instanceof worker.DecodeError);
  assert.equal(results.at(-1).value.tasks.length, 2);
  assert.deepEqual(await worker.parseMany([]), []);
});

test("it can be called off, before, in the queue and at work", async () => {
  const long = texts.join("\n").repeat(40);
  const reason = new Error("enough");
  await assert.rejects(worker.parse(long, { signal: AbortSignal.abort(reason) }), reason);

  const controller = new AbortController();
  let done = 0;
  const many = worker.parseMany(Array(50).fill(long), { signal: controller.signal, onProgress: () => (done += 1) });
  setTimeout(() => controller.abort(reason), 30);
  await assert.rejects(many, reason);
  assert.ok(done < 50);
  assert.equal((await worker.parse(text)).tasks.length, 2, "new workers take over");
});

test("terminate calls everything off", async () => {
  const waiting = [worker.parse(text), worker.parse(text), worker.parse(text)];
  worker.terminate();
  for (const result of await Promise.allSettled(waiting)) assert.equal(result.status, "rejected");
  assert.equal((await worker.parse(text)).tasks.length, 2);
});

test("the number of workers can be set", async () => {
  worker.setWorkers(1);
  assert.equal((await worker.parseMany(texts)).length, texts.length);
});

test("an idle worker lets the process end", () => {
  const program = 'import { parse } from "fenjie/worker"; console.log((await parse("1.修桥。（市交通局）")).tasks.length);';
  const folder = new URL("..", import.meta.url);
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], { cwd: folder, timeout: 60_000 });
  assert.equal(String(output), "1\n");
});
