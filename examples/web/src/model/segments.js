/** A text cut where facts begin and end, so that facts that overlap can all be shown. */

/** @typedef {import('./facts.js').Fact} Fact */
/** @typedef {{ start: number, end: number, facts: readonly Fact[] }} Segment */

/** @type {readonly Fact[]} */
const NONE = [];

/**
 * The text from 0 to `length` as segments without a gap, each with the facts that cover it, the shortest last.
 *
 * @param {readonly Fact[]} facts in the order of their starts
 * @param {number} length
 * @returns {Segment[]}
 */
export function segmentsOf(facts, length) {
  const cuts = cutsOf(facts, length);
  /** @type {Segment[]} */
  const segments = [];
  /** @type {Fact[]} */
  let open = [];
  let next = 0;
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const start = cuts[at];
    open = open.filter((fact) => fact.end > start);
    while (next < facts.length && facts[next].start <= start) {
      if (facts[next].end > start) open.push(facts[next]);
      next += 1;
    }
    const inside = open.length === 0 ? NONE : [...open].sort((a, b) => b.end - b.start - (a.end - a.start));
    segments.push({ start, end: cuts[at + 1], facts: inside });
  }
  return segments;
}

/** @param {readonly Fact[]} facts @param {number} length */
function cutsOf(facts, length) {
  const cuts = new Set([0, length]);
  for (const { start, end } of facts) {
    cuts.add(Math.min(start, length));
    cuts.add(Math.min(end, length));
  }
  return [...cuts].sort((a, b) => a - b);
}

/**
 * The parts of `segments` that lie in a range, cut at its ends.
 *
 * @param {readonly Segment[]} segments
 * @param {number} start
 * @param {number} end
 * @returns {Segment[]}
 */
export function segmentsIn(segments, start, end) {
  /** @type {Segment[]} */
  const inside = [];
  if (start >= end) return inside;
  for (let at = firstEndingAfter(segments, start); at < segments.length && segments[at].start < end; at += 1) {
    const segment = segments[at];
    inside.push({ ...segment, start: Math.max(segment.start, start), end: Math.min(segment.end, end) });
  }
  return inside;
}

/** @param {readonly Segment[]} segments @param {number} offset */
function firstEndingAfter(segments, offset) {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
