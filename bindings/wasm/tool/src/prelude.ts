// Made from the Rust types by `cargo xtask npm`; not to be changed by hand.

/**
 * A half-open range `[start, end]` of UTF-16 units in the text that was given, so that `text.slice(start, end)` is what
 * it stands for.
 */
export type Span = [start: number, end: number];

/** An exact decimal, as a string: `"20000000000"`, `"7.5"`. `toNumber` gives the nearest number. */
export type Decimal = string;

/** A day: `"2025-12-31"`. */
export type IsoDate = string;
