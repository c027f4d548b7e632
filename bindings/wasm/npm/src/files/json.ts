// The functions of the second wasm, which reads files, as they are: JSON out, spans in UTF-16 units.

import { refusing } from "../errors.js";
import type { FilesOptions } from "../model.js";
import * as wasm from "../wasm/fenjie_files.js";

/** The bytes of a file and its name. */
export interface Given {
  bytes: Uint8Array;
  name: string;
}

/** A pair: the notice, and the document that it was read from. */
export function parseFiles(files: Given[], options?: FilesOptions): string {
  const [bytes, names] = [files.map((file) => file.bytes), files.map((file) => file.name)];
  return refusing(() => wasm.parseFiles(bytes, names, options));
}

export function readFile({ bytes, name }: Given, options?: FilesOptions): string {
  return refusing(() => wasm.readFile(bytes, name, options));
}
