// The second wasm, read and started once, for Node.

import { readFile } from "node:fs/promises";

import { onlyOnce } from "../once.js";
import start from "../wasm/fenjie_files.js";

export const load = onlyOnce(async () => {
  const wasm = await readFile(new URL("../wasm/fenjie_files_bg.wasm", import.meta.url));
  await start({ module_or_path: wasm });
});
