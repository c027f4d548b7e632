// What can go wrong: bytes, documents, options. A parse itself never fails; its doubts are diagnostics.

import type { Failure, FailureCode } from "./model.js";

/** The name of what went wrong. */
export type ErrorCode = FailureCode | "not-initialized" | "worker";

/** Whatever fenjie throws. `code` says what went wrong, `message` in words. */
export class FenjieError extends Error {
  override name = "FenjieError";

  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Bytes that are no text. */
export class DecodeError extends FenjieError {
  override name = "DecodeError";

  constructor(
    code: ErrorCode,
    message: string,
    /** The byte at which decoding failed; null where there are too many. */
    readonly offset: number | null,
  ) {
    super(code, message);
  }
}

/** A notice or a target that is none, does not hold together, or does not fit its text. */
export class DocumentError extends FenjieError {
  override name = "DocumentError";
}

/** An option that does not exist or has a value without sense. */
export class OptionsError extends FenjieError {
  override name = "OptionsError";
}

/** A figure that is no decimal. */
export class DecimalError extends FenjieError {
  override name = "DecimalError";
}

/** A code that no diagnostic has. */
export class UnknownCodeError extends FenjieError {
  override name = "UnknownCodeError";
}

/** What an error is made of, where it cannot pass as itself: out of wasm, out of a worker. */
export type Cause = Omit<Failure, "code"> & { code: ErrorCode };

/** The error of a cause. */
export function errorOf({ code, message, offset }: Cause): FenjieError {
  switch (code) {
    case "not-utf8":
    case "binary":
    case "too-long":
      return new DecodeError(code, message, offset);
    case "document":
    case "reference":
    case "source-mismatch":
      return new DocumentError(code, message);
    case "options":
      return new OptionsError(code, message);
    case "decimal":
      return new DecimalError(code, message);
    case "unknown-code":
      return new UnknownCodeError(code, message);
    case "other":
    case "not-initialized":
    case "worker":
      return new FenjieError(code, message);
  }
}

/** The cause of an error, to be sent. */
export function causeOf(error: unknown): Cause {
  if (error instanceof FenjieError) {
    const offset = error instanceof DecodeError ? error.offset : null;
    return { code: error.code, message: error.message, offset };
  }
  return { code: "other", message: String(error), offset: null };
}
