// What needs no wasm: types, errors, walks.

export {
  DecimalError,
  DecodeError,
  DocumentError,
  FenjieError,
  OptionsError,
  UnknownCodeError,
  type ErrorCode,
} from "./errors.js";
export type * from "./model.js";
export * from "./tables.js";
export * from "./text.js";
export * from "./walks.js";
