// The way in for browsers and bundlers.

import { load, type WasmSource } from "./load.js";
import { warm } from "./warm.js";

export * from "./index.js";
export type { WasmSource } from "./load.js";

/**
 * Loads the wasm, once; to be awaited before anything else is called. Without an argument it is fetched from beside the
 * module, where bundlers put it as well. What a parse needs is compiled by then, so that the first one does not wait for it.
 */
export function init(source?: WasmSource): Promise<void> {
  return load(source, warm);
}
