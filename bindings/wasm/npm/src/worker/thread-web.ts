// What runs in a worker of a browser.

import { causeOf } from "../errors.js";
import { load as loadFiles } from "../files/load.js";
import { load } from "../load.js";
import { answer, isOfFiles } from "./answer.js";
import type { Request } from "./messages.js";

addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  try {
    await (isOfFiles(data.name) ? loadFiles() : load()); // here, so that what could not be loaded is tried again with the next call
    postMessage(answer(data));
  } catch (error) {
    postMessage({ failure: causeOf(error) });
  }
});
