// What runs in a worker of Node.

import { parentPort } from "node:worker_threads";

import "../node.js";
import { answer } from "./answer.js";
import type { Request } from "./messages.js";

parentPort?.on("message", (request: Request) => parentPort?.postMessage(answer(request)));
