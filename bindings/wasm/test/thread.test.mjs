// What runs in a worker of a browser, on its own: nothing else has loaded the wasm here.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

test("a load that failed is tried again with the next call", async () => {
  const replies = [];
  let listener;
  let online = false;
  const kept = globalThis.fetch;
  const wasm = readFileSync(new URL("../../../target/npm/fenjie/wasm/fenjie_bg.wasm", import.meta.url));
  globalThis.addEventListener = (_, listen) => (listener = listen);
  globalThis.postMessage = (reply) => replies.push(reply);
  globalThis.fetch = async () => {
    if (!online) throw new Error("offline");
    return new Response(wasm, { headers: { "content-type": "application/wasm" } });
  };
  try {
    await import("../../../target/npm/fenjie/worker/thread-web.js");
    await listener({ data: { name: "codes", args: [] } });
    assert.match(replies[0].failure.message, /offline/);
    online = true;
    await listener({ data: { name: "codes", args: [] } });
    assert.ok(JSON.parse(replies[1].value).length > 0);
  } finally {
    globalThis.fetch = kept;
    delete globalThis.addEventListener;
    delete globalThis.postMessage;
  }
});
