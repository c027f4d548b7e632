// The worker's side: one call, one reply.

import { causeOf } from "../errors.js";
import * as json from "../json.js";
import type { Reply, Request } from "./messages.js";

export function answer({ name, args }: Request): Reply {
  try {
    const run = json[name] as (...args: unknown[]) => string;
    return { value: run(...args) };
  } catch (error) {
    return { failure: causeOf(error) };
  }
}
