// The way in to `fenjie/files` for Node.

import { filesHere } from "./here.js";
import { load } from "./load-node.js";

export * from "../shared.js";
export { version } from "../version.js";
export type { FileNotice, FileOptions, Files, FileSource, TogetherOptions } from "./files.js";

/** Loads the wasm that reads files, once. The functions do so themselves when they are first called. */
export function init(): Promise<void> {
  return load();
}

export const { parseFile, parseTogether, readFile } = filesHere(load);
