// What runs in a worker of a browser.

import { causeOf } from "../errors.js";
import { load } from "../load.js";
import { answer } from "./answer.js";
import type { Request } from "./messages.js";

addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  try {
    await load(); // here, so that what could not be loaded is tried again with the next call
    postMessage(answer(data));
  } catch (error) {
    postMessage({ failure: causeOf(error) });
  }
});
