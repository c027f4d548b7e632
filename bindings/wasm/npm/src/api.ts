// What fenjie does, on the thread that calls it. `worker.ts` has the same off it.

import * as json from "./json.js";
import type { Source } from "./json.js";
import type {
  Change,
  Code,
  Coverage,
  Decimal,
  Diagnostic,
  Explanation,
  Grid,
  JudgingOptions,
  Notice,
  ParseOptions,
  Quantity,
  Target,
  Verdict,
  Whys,
} from "./model.js";

/**
 * Reads a notice. Any text is read as far as it goes; what could not be read is a diagnostic.
 *
 * A lone surrogate in the text is read as U+FFFD, the replacement character; spans fit all the same.
 *
 * @throws {DecodeError} where bytes are no UTF-8
 * @throws {OptionsError} where an option has a value without sense
 */
export function parse(source: Source, options?: ParseOptions): Notice {
  return JSON.parse(json.parse(source, options)) as Notice;
}

/**
 * The doubts about a notice, in order of their place.
 *
 * @throws {DecodeError} where bytes are no UTF-8
 * @throws {OptionsError} where an option has a value without sense
 */
export function check(source: Source | Notice, options?: ParseOptions): Diagnostic[] {
  return isNotice(source) ? source.diagnostics : parse(source, options).diagnostics;
}

function isNotice(source: Source | Notice): source is Notice {
  return typeof source === "object" && "diagnostics" in source;
}

/**
 * The quantities of any text, from left to right; they never overlap.
 *
 * @throws {DecodeError} where bytes are no UTF-8
 */
export function quantities(source: Source): Quantity[] {
  return JSON.parse(json.quantities(source)) as Quantity[];
}

/**
 * The tables of any text, from top to bottom, as cells.
 *
 * @throws {DecodeError} where bytes are no UTF-8
 */
export function grids(source: Source): Grid[] {
  return JSON.parse(json.grids(source)) as Grid[];
}

/**
 * The notice as clean text in one canonical form, whatever form it came in. The words of its headings come from its
 * text; without it they are `……`.
 *
 * @throws {DocumentError} where it is no notice, or the text is not its own
 */
export function toText(notice: Notice, source?: Source): string {
  return json.toText(notice, source);
}

/**
 * Why each unit and each target was read as it was: the rule, and the words that gave it.
 *
 * @throws {DocumentError} where it is no notice, or the text is not its own
 */
export function why(notice: Notice, source: Source): Whys {
  return JSON.parse(json.why(notice, source)) as Whys;
}

/**
 * How many lines and bytes of UTF-8 of the text were read as what.
 *
 * @throws {DocumentError} where it is no notice, or the text is not its own
 */
export function coverage(notice: Notice, source: Source): Coverage {
  return JSON.parse(json.coverage(notice, source)) as Coverage;
}

/**
 * Whether an actual figure reaches a target, and by how much. The figure is told in the measure of the target and is of
 * its kind: for a growth the growth, for a decline the decline as a positive number, for a rank the place.
 *
 * @throws {DecimalError} where the figure is no decimal
 * @throws {DocumentError} where it is no target
 * @throws {OptionsError} where an option has a value without sense
 */
export function satisfiedBy(target: Target, actual: Decimal | number, judging?: JudgingOptions): Verdict {
  return JSON.parse(json.satisfiedBy(target, actual, judging)) as Verdict;
}

/**
 * How a later target stands to an earlier one of the same indicator. Measures of one dimension are converted.
 *
 * @throws {DocumentError} where one of them is no target
 */
export function compare(earlier: Target, later: Target): Change {
  return JSON.parse(json.compare(earlier, later)) as Change;
}

/**
 * What a code of diagnostics means, why it matters, and what to do about it.
 *
 * @throws {UnknownCodeError} where there is no such code
 */
export function explain(code: Code): Explanation {
  return JSON.parse(json.explain(code)) as Explanation;
}

/** The codes of all diagnostics, the gravest first. */
export function codes(): Code[] {
  return JSON.parse(json.codes()) as Code[];
}

/**
 * The text in bytes of UTF-8. A byte order mark stays, since spans count it.
 *
 * @throws {DecodeError} where the bytes are no UTF-8, with a guess at what they are
 */
export function decode(bytes: Uint8Array | ArrayBuffer): string {
  return json.decode(bytes);
}
