// The second wasm, fetched and started once, for browsers and bundlers.

import type { WasmSource } from "../load.js";
import { onlyOnce } from "../once.js";
import start from "../wasm/fenjie_files.js";

export const load = onlyOnce(async (source?: WasmSource) => {
  // Written like this so that bundlers see it.
  const beside = new URL("../wasm/fenjie_files_bg.wasm", import.meta.url);
  await start({ module_or_path: source ?? beside });
});
