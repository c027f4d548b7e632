// The wasm, fetched and started once.

import { isLoaded } from "./json.js";
import { onlyOnce } from "./once.js";
import start, { type InitInput } from "./wasm/fenjie.js";

/** Where the wasm comes from: its address, a response, its bytes, or the module itself. */
export type WasmSource = InitInput | Promise<InitInput>;

/**
 * Loads the wasm, and has `then` done with it; all once. Without a source it is fetched from beside the module, where
 * bundlers put it as well.
 */
export const load = onlyOnce(async (source?: WasmSource, then?: () => void) => {
  // Written like this so that bundlers see it.
  const beside = new URL("./wasm/fenjie_bg.wasm", import.meta.url);
  await start({ module_or_path: source ?? beside });
  isLoaded();
  then?.();
});
