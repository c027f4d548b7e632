// The functions of the wasm as they are: JSON out, spans in UTF-16 units. `api.ts` reads it; a worker sends it on.

import { FenjieError, refusing } from "./errors.js";
import type { JudgingOptions, Notice, ParseOptions, Target } from "./model.js";
import * as wasm from "./wasm/fenjie.js";

/** A text, or the bytes of one in UTF-8. */
export type Source = string | Uint8Array | ArrayBuffer;

let ready = false;

/** Says that the wasm is loaded. */
export function isLoaded(): void {
  ready = true;
}

function run(work: () => string): string {
  if (!ready) {
    throw new FenjieError("not-initialized", "fenjie is not loaded yet: `await init()` first");
  }
  return refusing(work);
}

function textOf(source: Source): string {
  if (typeof source === "string") return source;
  if (source instanceof Uint8Array) return run(() => wasm.decode(source));
  if (source instanceof ArrayBuffer) return textOf(new Uint8Array(source));
  throw new TypeError("neither a string nor bytes (Uint8Array, ArrayBuffer)");
}

export function decode(bytes: Uint8Array | ArrayBuffer): string {
  return textOf(bytes);
}

export function parse(source: Source, options?: ParseOptions): string {
  const text = textOf(source);
  return run(() => wasm.parse(text, options));
}

export function quantities(source: Source): string {
  const text = textOf(source);
  return run(() => wasm.quantities(text));
}

export function grids(source: Source): string {
  const text = textOf(source);
  return run(() => wasm.grids(text));
}

export function toText(notice: Notice, source?: Source): string {
  const text = source === undefined ? undefined : textOf(source);
  return run(() => wasm.toText(notice, text));
}

export function why(notice: Notice, source: Source): string {
  const text = textOf(source);
  return run(() => wasm.why(notice, text));
}

export function coverage(notice: Notice, source: Source): string {
  const text = textOf(source);
  return run(() => wasm.coverage(notice, text));
}

export function satisfiedBy(target: Target, actual: string | number, judging?: JudgingOptions): string {
  return run(() => wasm.satisfiedBy(target, String(actual), judging));
}

export function compare(earlier: Target, later: Target): string {
  return run(() => wasm.compare(earlier, later));
}

export function explain(code: string): string {
  return run(() => wasm.explain(code));
}

export function codes(): string {
  return run(() => wasm.codes());
}
