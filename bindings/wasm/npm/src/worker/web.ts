// The way in to `fenjie/worker` for browsers and bundlers.

import { client, type Client } from "./client.js";
import type { Reply } from "./messages.js";
import type { Start } from "./pool.js";

export * from "../shared.js";
export { version } from "../version.js";
export type { FileNotice, FileOptions, Files, FileSource, TogetherOptions } from "../files/files.js";
export type { Cancel, Client, ManyOptions, Progress, Source } from "./client.js";

const start: Start = (onReply, onBreak) => {
  // Written like this so that bundlers see it.
  const worker = new Worker(new URL("./thread-web.js", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
  worker.onerror = (event) => onBreak(event.message);
  worker.onmessageerror = () => onBreak("its reply could not be read");
  return { send: (request) => worker.postMessage(request), stop: () => worker.terminate(), hold: () => {} };
};

const workers: Client = client(start, navigator.hardwareConcurrency);
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
