// The worker's side: one call, one reply.

import { causeOf, FenjieError } from "../errors.js";
import * as files from "../files/json.js";
import * as json from "../json.js";
import type { Name, Reply, Request } from "./messages.js";

/** Whether a function is of the wasm that reads files. */
export function isOfFiles(name: Name): name is keyof typeof files {
  return name in files;
}

export function answer({ name, args }: Request): Reply {
  try {
    const run = (isOfFiles(name) ? files[name] : json[name]) as (...args: unknown[]) => string;
    return { value: run(...args) };
  } catch (error) {
    return isOrderly(error) ? { failure: causeOf(error) } : { broken: String(error) };
  }
}

/** Whether the call was refused. Anything else is a trap: a panic, a full memory or stack, which engines name differently. */
function isOrderly(error: unknown): boolean {
  return error instanceof FenjieError || error instanceof TypeError;
}
