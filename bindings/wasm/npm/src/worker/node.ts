// The way in to `fenjie/worker` for Node.

import { cpus } from "node:os";
import { Worker } from "node:worker_threads";

import { client, type Client } from "./client.js";
import type { Reply } from "./messages.js";
import type { Start } from "./pool.js";

export * from "../shared.js";
export { version } from "../version.js";
export type { FileNotice, FileOptions, Files, FileSource, TogetherOptions } from "../files/files.js";
export type { Cancel, Client, ManyOptions, Progress, Source } from "./client.js";

const start: Start = (onReply, onBreak) => {
  const worker = new Worker(new URL("./thread-node.js", import.meta.url), { execArgv: [] });
  worker.on("message", (reply: Reply) => onReply(reply));
  worker.on("error", (error) => onBreak(String(error)));
  worker.on("messageerror", () => onBreak("its reply could not be read"));
  return {
    send: (request) => worker.postMessage(request),
    stop: () => void worker.terminate(),
    // An idle worker does not keep the process alive.
    hold: (busy) => (busy ? worker.ref() : worker.unref()),
  };
};

const workers: Client = client(start, cpus().length);
export const {
  parse,
  check,
  parseMany,
  quantities,
  grids,
  toText,
  why,
  coverage,
  satisfiedBy,
  compare,
  explain,
  codes,
  decode,
  parseFile,
  parseTogether,
  readFile,
  setWorkers,
  terminate,
} = workers;
