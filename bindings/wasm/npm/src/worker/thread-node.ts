// What runs in a worker of Node.

import { parentPort } from "node:worker_threads";

import { causeOf } from "../errors.js";
import { load } from "../files/load-node.js";
import "../node.js";
import { answer, isOfFiles } from "./answer.js";
import type { Request } from "./messages.js";

parentPort?.on("message", async (request: Request) => {
  try {
    if (isOfFiles(request.name)) await load();
    parentPort?.postMessage(answer(request));
  } catch (error) {
    parentPort?.postMessage({ failure: causeOf(error) });
  }
});
