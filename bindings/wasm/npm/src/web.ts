// The way in for browsers and bundlers.

import { isLoaded } from "./json.js";
import load, { type InitInput } from "./wasm/fenjie.js";

export * from "./index.js";

/** Where the wasm comes from: its address, a response, its bytes, or the module itself. */
export type WasmSource = InitInput | Promise<InitInput>;

let loading: Promise<void> | null = null;

/**
 * Loads the wasm, once; to be awaited before anything else is called. Without an argument it is fetched from beside the
 * module, where bundlers put it as well.
 */
export function init(source?: WasmSource): Promise<void> {
  loading ??= start(source).catch((error: unknown) => {
    loading = null; // so that it can be tried again
    throw error;
  });
  return loading;
}

async function start(source?: WasmSource): Promise<void> {
  // Written like this so that bundlers see it.
  const beside = new URL("./wasm/fenjie_bg.wasm", import.meta.url);
  await load({ module_or_path: source ?? beside });
  isLoaded();
}
