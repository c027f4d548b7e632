// What can go wrong: bytes, documents, options. A parse itself never fails; its doubts are diagnostics.

import type { Failure, FailureCode, FileFailure, Format, Limit } from "./model.js";

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
    /** The name of the file; null where they came without. */
    readonly file: string | null = null,
  ) {
    super(code, message);
  }
}

/** A file that cannot be read; `message` says what to do about it. */
export class FileError extends FenjieError {
  override name = "FileError";

  constructor(
    code: ErrorCode,
    message: string,
    /** The name of the file. */
    readonly file: string | null,
    /** What the file is, or begins as; null where it is too large. */
    readonly format: Format | null,
    /** What it has too much of; null where it is not too large. */
    readonly limit: Limit | null,
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
export type Cause = Omit<Failure, "code"> & Partial<Omit<FileFailure, "code">> & { code: ErrorCode };

/** Calls a function of a wasm, which throws its failures as JSON. */
export function refusing(work: () => string): string {
  try {
    return work();
  } catch (thrown) {
    throw typeof thrown === "string" ? errorOf(JSON.parse(thrown) as Failure | FileFailure) : thrown;
  }
}

/** The error of a cause. */
export function errorOf({ code, message, offset, file = null, format = null, limit = null }: Cause): FenjieError {
  switch (code) {
    case "not-utf8":
    case "binary":
    case "too-long":
      return new DecodeError(code, message, offset, file);
    case "unreadable-format":
    case "broken-file":
    case "too-large":
      return new FileError(code, message, file, format, limit);
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
    const known: Cause = { offset: null, ...error, message: error.message };
    const { code, message, offset, file = null, format = null, limit = null } = known;
    return { code, message, offset, file, format, limit };
  }
  return { code: "other", message: String(error), offset: null };
}
