// The functions on the thread that calls them. The wasm is loaded when the first of them needs it.

import { filesBy, type Files } from "./files.js";
import * as json from "./json.js";

/** The functions, with a wasm that `load` loads. */
export function filesHere(load: () => Promise<void>): Files {
  return filesBy(async (name, args) => {
    await load();
    return (json[name] as (...args: unknown[]) => string)(...args);
  });
}
