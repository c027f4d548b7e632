// What needs no wasm: types, errors, places, walks.

export {
  DecimalError,
  DecodeError,
  DocumentError,
  FenjieError,
  FileError,
  OptionsError,
  UnknownCodeError,
  type ErrorCode,
} from "./errors.js";
export type * from "./model.js";
export * from "./places.js";
export * from "./tables.js";
export * from "./text.js";
export * from "./walks.js";
