// The way in to `fenjie/files` for browsers and bundlers.

import type { WasmSource } from "../load.js";
import { filesHere } from "./here.js";
import { load } from "./load.js";

export * from "../shared.js";
export { version } from "../version.js";
export type { WasmSource } from "../load.js";
export type { FileNotice, FileOptions, Files, FileSource, TogetherOptions } from "./files.js";

/**
 * Loads the wasm that reads files, once. The functions do so themselves when they are first called; this is for a wasm that
 * lies elsewhere than beside the module, and for a page that knows that a file will come.
 */
export function init(source?: WasmSource): Promise<void> {
  return load(source);
}

export const { parseFile, parseTogether, readFile } = filesHere(load);
