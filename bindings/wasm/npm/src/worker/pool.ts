// Workers and what waits for them.

import { errorOf, FenjieError } from "../errors.js";
import type { Broken, Reply, Request } from "./messages.js";

/** A worker, in the words that browsers and Node share. */
export interface Thread {
  send(request: Request): void;
  stop(): void;
  /** Whether the process has to wait for it; browsers have no such thing. */
  hold(busy: boolean): void;
}

/** Starts a worker that tells its replies, or why it broke. */
export type Start = (onReply: (reply: Reply) => void, onBreak: (reason: string) => void) => Thread;

interface Job {
  request: Request;
  resolve(value: string): void;
  reject(reason: unknown): void;
}

interface Slot {
  thread: Thread;
  job: Job | null;
}

/** Some workers, started as they are needed, each with one call at a time. */
export class Pool {
  readonly #start: Start;
  readonly #slots: Slot[] = [];
  #waiting: Job[] = [];

  constructor(
    start: Start,
    /** How many workers there are at most. */
    public size: number,
  ) {
    this.#start = start;
  }

  /** Has a call run. An abort takes it from the queue, or stops the worker that runs it. */
  run(request: Request, signal?: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const done = () => signal?.removeEventListener("abort", abort);
      const job: Job = {
        request,
        resolve: (value) => (done(), resolve(value)),
        reject: (reason) => (done(), reject(reason)),
      };
      const abort = () => this.#abort(job, signal?.reason);
      signal?.addEventListener("abort", abort);
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** Stops every worker. What they were at, and what waits, is rejected with `reason`. */
  stop(reason: unknown): void {
    const jobs = [...this.#slots.flatMap((slot) => slot.job ?? []), ...this.#waiting];
    this.#waiting = [];
    for (const slot of [...this.#slots]) this.#remove(slot);
    for (const job of jobs) job.reject(reason);
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const slot = this.#slots.find((slot) => slot.job === null) ?? this.#grow();
      if (!slot) return;
      slot.job = this.#waiting.shift()!;
      slot.thread.hold(true);
      try {
        slot.thread.send(slot.job.request);
      } catch (error) {
        this.#settle(slot, (job) => job.reject(error)); // what cannot be cloned
      }
    }
  }

  #grow(): Slot | null {
    if (this.#slots.length >= this.size) return null;
    const thread = this.#start(
      (reply) => ("broken" in reply ? this.#break(slot, reply.broken) : this.#settle(slot, (job) => settle(job, reply))),
      (reason) => this.#break(slot, reason),
    );
    const slot: Slot = { thread, job: null };
    this.#slots.push(slot);
    return slot;
  }

  #settle(slot: Slot, how: (job: Job) => void): void {
    const { job } = slot;
    slot.job = null;
    slot.thread.hold(false);
    if (job) how(job);
    this.#next();
  }

  #break(slot: Slot, reason: string): void {
    const { job } = slot;
    this.#remove(slot);
    job?.reject(new FenjieError("worker", `the worker broke: ${reason}`));
    this.#next();
  }

  #abort(job: Job, reason: unknown): void {
    const slot = this.#slots.find((slot) => slot.job === job);
    if (slot) this.#remove(slot);
    else this.#waiting = this.#waiting.filter((waiting) => waiting !== job);
    job.reject(reason);
    this.#next();
  }

  #remove(slot: Slot): void {
    const at = this.#slots.indexOf(slot);
    if (at >= 0) this.#slots.splice(at, 1);
    slot.job = null;
    slot.thread.stop();
  }
}

function settle(job: Job, reply: Exclude<Reply, Broken>): void {
  if ("failure" in reply) job.reject(errorOf(reply.failure));
  else job.resolve(reply.value);
}
