// The way in for Node, which has read the wasm by the time the import is done.

import { readFileSync } from "node:fs";

import { isLoaded } from "./json.js";
import { initSync } from "./wasm/fenjie.js";

export * from "./index.js";

initSync({ module: readFileSync(new URL("./wasm/fenjie_bg.wasm", import.meta.url)) });
isLoaded();

/** Nothing is left to load in Node; here so that one program runs in browsers as well. */
export function init(): Promise<void> {
  return Promise.resolve();
}
