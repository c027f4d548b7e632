// Files to notices, wherever the wasm runs: on the thread that calls, or in a worker.

import type { Document, FilesOptions, Notice } from "../model.js";
import type * as json from "./json.js";
import type { Given } from "./json.js";

/** A file, or its bytes: a web page, DOCX, DOC, ODT, XLSX, XLS, ODS, PDF, CSV, ZIP or text in any encoding of Chinese. */
export type FileSource = Blob | ArrayBuffer | Uint8Array;

/** A notice that was read from files. */
export interface FileNotice extends Notice {
  /** What the files hold: the text that the spans of the notice are of, its tables, and where everything stands. */
  document: Document;
}

/** What is known of a file beside its bytes. */
export interface FileOptions extends FilesOptions {
  /** Its name, for messages; a `File` brings its own. */
  name?: string | null;
}

/** What is known of files that are one notice. */
export interface TogetherOptions extends FilesOptions {
  /** Their names, for messages; a `File` brings its own. */
  names?: readonly string[] | null;
}

/** What `fenjie/files` does. `More` is what its options have beside, where it is done in a worker. */
export interface Files<More = unknown> {
  /**
   * Reads a file as a notice. What it is, its bytes say, and never its name. The cells of its tables are taken as they are.
   *
   * @throws {FileError} where it is of a kind that is not read, broken, or too large
   * @throws {DecodeError} where it is text in no encoding that is known
   * @throws {OptionsError} where an option has a value without sense
   */
  parseFile(file: FileSource, options?: FileOptions & More): Promise<FileNotice>;
  /**
   * Reads several files as one notice: a page and its annexes, in this order.
   *
   * @throws {FileError} where one is of a kind that is not read, broken, or too large
   * @throws {DecodeError} where one is text in no encoding that is known
   * @throws {OptionsError} where an option has a value without sense
   */
  parseTogether(files: Iterable<FileSource>, options?: TogetherOptions & More): Promise<FileNotice>;
  /**
   * Reads a file as a document: its words in reading order, the cells of its tables, where everything stands; nothing of it
   * is understood yet.
   *
   * @throws {FileError} where it is of a kind that is not read, broken, or too large
   * @throws {DecodeError} where it is text in no encoding that is known
   */
  readFile(file: FileSource, options?: Omit<FileOptions, "year"> & More): Promise<Document>;
}

/** Has a function of `json.ts` run. */
export type Run = (name: keyof typeof json, args: unknown[], signal?: AbortSignal) => Promise<string>;

/** The functions, run by `run`. */
export function filesBy(run: Run): Files<{ signal?: AbortSignal }> {
  async function parse(files: Given[], options: FilesOptions, signal?: AbortSignal): Promise<FileNotice> {
    const [notice, document] = JSON.parse(await run("parseFiles", [files, options], signal)) as [Notice, Document];
    return { ...notice, document };
  }
  return {
    async parseFile(file, { name, signal, ...options } = {}) {
      return parse([await given(file, name, signal)], options, signal);
    },
    async parseTogether(files, { names, signal, ...options } = {}) {
      const all = [];
      for (const file of files) all.push(await given(file, names?.[all.length], signal));
      return parse(all, options, signal);
    },
    async readFile(file, { name, signal, ...options } = {}) {
      return JSON.parse(await run("readFile", [await given(file, name, signal), options], signal)) as Document;
    },
  };
}

async function given(file: FileSource, name?: string | null, signal?: AbortSignal): Promise<Given> {
  signal?.throwIfAborted();
  const known = name ?? ("name" in file ? String(file.name) : "");
  if (file instanceof Uint8Array) return { bytes: file, name: known };
  if (file instanceof ArrayBuffer) return { bytes: new Uint8Array(file), name: known };
  if (file instanceof Blob) return { bytes: new Uint8Array(await file.arrayBuffer()), name: known };
  throw new TypeError("neither a file (Blob) nor bytes (Uint8Array, ArrayBuffer)");
}
