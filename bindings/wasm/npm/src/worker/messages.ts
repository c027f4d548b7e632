// What passes between the thread of the page and a worker.

import type { Cause } from "../errors.js";
import type * as files from "../files/json.js";
import type * as json from "../json.js";

/** The functions that a worker runs: those of `json.ts` on texts, and those on files. */
export type Name = Exclude<keyof typeof json, "isLoaded"> | keyof typeof files;

/** A call. */
export interface Request {
  name: Name;
  args: unknown[];
}

/** What became of it: JSON or text, which is read where it arrives, as that is faster than cloning objects. */
export type Reply = { value: string } | { failure: Cause } | Broken;

/** The wasm stopped in the middle of its work: what it holds cannot be relied on any more. */
export interface Broken {
  broken: string;
}
