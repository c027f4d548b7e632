// The functions of `api.ts`, run in workers.

import type * as api from "../api.js";
import { filesBy, type Files } from "../files/files.js";
import type * as json from "../json.js";
import type { Diagnostic, Notice, ParseOptions } from "../model.js";
import type { Name } from "./messages.js";
import { Pool, type Start } from "./pool.js";

/** A text, the bytes of one in UTF-8, or a file with such bytes. */
export type Source = json.Source | Blob;

/** How a call can be called off. */
export interface Cancel {
  /** Calls it off: the promise is rejected with the signal's reason, and the worker stopped if it was at it. */
  signal?: AbortSignal;
}

/** How far `parseMany` is. */
export interface Progress {
  /** How many sources are done. */
  done: number;
  /** How many there are. */
  total: number;
  /** The position of the source that was done last. */
  index: number;
  /** What became of it. */
  result: PromiseSettledResult<Notice>;
}

/** What `parseMany` may be told. */
export interface ManyOptions extends ParseOptions, Cancel {
  /** Called after each source. */
  onProgress?: (progress: Progress) => void;
}

type Async<F> = F extends (...args: infer Args) => infer Result ? (...args: Args) => Promise<Result> : never;

/** What `fenjie/worker` offers: the functions of `fenjie`, each as a promise, and those of `fenjie/files`. */
export interface Client extends Files<Cancel> {
  /** {@link api.parse} in a worker. */
  parse(source: Source, options?: ParseOptions & Cancel): Promise<Notice>;
  /** {@link api.check} in a worker. */
  check(source: Source | Notice, options?: ParseOptions & Cancel): Promise<Diagnostic[]>;
  /**
   * Parses many texts, several at a time, and tells how far it is. One that cannot be decoded does not stop the others:
   * its result is `rejected`.
   *
   * @throws the signal's reason, when it is called off
   */
  parseMany(sources: Iterable<Source>, options?: ManyOptions): Promise<PromiseSettledResult<Notice>[]>;
  quantities: Async<typeof api.quantities>;
  grids: Async<typeof api.grids>;
  toText: Async<typeof api.toText>;
  why: Async<typeof api.why>;
  coverage: Async<typeof api.coverage>;
  satisfiedBy: Async<typeof api.satisfiedBy>;
  compare: Async<typeof api.compare>;
  explain: Async<typeof api.explain>;
  codes: Async<typeof api.codes>;
  decode: Async<typeof api.decode>;
  /** How many workers there may be; at first one less than the machine has cores, and at most four. */
  setWorkers(count: number): void;
  /** Stops the workers; a later call starts new ones. */
  terminate(): void;
}

/** The client of workers that `start` starts, on a machine with so many cores. */
export function client(start: Start, cores: number): Client {
  const pool = new Pool(start, Math.min(4, whole(cores - 1)));
  const run = (name: Name, args: unknown[], signal?: AbortSignal) => pool.run({ name, args }, signal);
  const read =
    <F extends (...args: never[]) => unknown>(name: Name) =>
    async (...args: Parameters<F>) =>
      JSON.parse(await run(name, args)) as ReturnType<F>;

  async function parse(source: Source, { signal, ...options }: ParseOptions & Cancel = {}): Promise<Notice> {
    signal?.throwIfAborted();
    // Files are read when their turn comes, so that many of them do not fill the memory.
    const given = source instanceof Blob ? await source.arrayBuffer() : source;
    return JSON.parse(await run("parse", [given, options], signal)) as Notice;
  }

  async function check(source: Source | Notice, options?: ParseOptions & Cancel): Promise<Diagnostic[]> {
    return isNotice(source) ? source.diagnostics : (await parse(source, options)).diagnostics;
  }

  async function parseMany(sources: Iterable<Source>, { onProgress, ...options }: ManyOptions = {}) {
    const all = [...sources];
    const queue = all.entries(); // one for all workers: each takes what is next
    const results: PromiseSettledResult<Notice>[] = new Array(all.length);
    let done = 0;
    const work = async () => {
      for (const [index, source] of queue) {
        const [result] = await Promise.allSettled([parse(source, options)]);
        options.signal?.throwIfAborted();
        results[index] = result;
        done += 1;
        onProgress?.({ done, total: all.length, index, result });
      }
    };
    await Promise.all(Array.from({ length: Math.min(pool.size, all.length) }, work));
    return results;
  }

  return {
    parse,
    check,
    parseMany,
    quantities: read<typeof api.quantities>("quantities"),
    grids: read<typeof api.grids>("grids"),
    toText: (...args) => run("toText", args),
    why: read<typeof api.why>("why"),
    coverage: read<typeof api.coverage>("coverage"),
    satisfiedBy: read<typeof api.satisfiedBy>("satisfiedBy"),
    compare: read<typeof api.compare>("compare"),
    explain: read<typeof api.explain>("explain"),
    codes: read<typeof api.codes>("codes"),
    decode: (...args) => run("decode", args),
    ...filesBy(run),
    setWorkers: (count) => void (pool.size = whole(count)),
    terminate: () => pool.stop(new DOMException("the workers were stopped", "AbortError")),
  };
}

/** At least one worker, also where the number of cores is not told. */
function whole(count: number): number {
  return Math.max(1, Math.trunc(count) || 1);
}

function isNotice(source: Source | Notice): source is Notice {
  return typeof source === "object" && "diagnostics" in source;
}
