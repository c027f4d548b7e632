// What to do with spans and decimals.

import type { Decimal, Span } from "./model.js";

/** The words at a span of the text that the notice was read from. */
export function quote(text: string, span: Span): string {
  return text.slice(span[0], span[1]);
}

/** The number nearest to a decimal; null for null. What must stay exact stays a string. */
export function toNumber(decimal: Decimal): number;
export function toNumber(decimal: Decimal | null): number | null;
export function toNumber(decimal: Decimal | null): number | null {
  return decimal === null ? null : Number(decimal);
}
