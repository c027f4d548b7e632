// What runs in a worker of a browser.

import { causeOf } from "../errors.js";
import { init } from "../web.js";
import { answer } from "./answer.js";
import type { Request } from "./messages.js";

const loaded = init();

addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  try {
    await loaded;
    postMessage(answer(data));
  } catch (error) {
    postMessage({ failure: causeOf(error) });
  }
});
