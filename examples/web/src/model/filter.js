/** Which tasks are shown, and how much of everything stands in them. */

import { folded } from './fold.js';

/** @typedef {import('../types.js').Document} Document */
/** @typedef {import('../types.js').Filters} Filters */
/**
 * @typedef {object} Shown
 * @property {Set<number>} tasks
 * @property {Set<number>} officials
 * @property {Set<number>} units
 * @property {number} targets
 * @property {number[]} doubts rows of diagnostics
 * @property {boolean} all whether nothing was left out
 */

/** @type {{ document: Document, filters: Filters, shown: Shown } | null} */
let last = null;

/**
 * Every view asks the same question, so the last answer is kept.
 *
 * @param {Document} document
 * @param {Filters} filters
 * @returns {Shown}
 */
export function shownOf(document, filters) {
  if (last?.document !== document || last.filters !== filters) {
    last = { document, filters, shown: count(document, filters) };
  }
  return last.shown;
}

/** @param {Document} document @param {Filters} filters @returns {Shown} */
function count({ notice, lookup }, filters) {
  const words = wordsOf(filters);
  /** @param {number} task */
  const passes = (task) =>
    words.every((word) => lookup.haystacks[task].includes(word)) &&
    (filters.official === null || notice.tasks[task].official === filters.official) &&
    (filters.unit === null || hasUnit(task)) &&
    (!filters.targets || lookup.targets[task].length > 0) &&
    (!filters.doubts || lookup.doubts[task].length > 0);
  /** @param {number} task */
  const hasUnit = (task) =>
    lookup.assignments[task].some((row) => {
      const { unit, role } = notice.assignments[row];
      return unit === filters.unit && (filters.role === 'any' || role === filters.role);
    });
  const tasks = new Set(notice.tasks.keys());
  for (const task of [...tasks]) if (!passes(task)) tasks.delete(task);
  const all = !isFiltering(filters);
  const rows = [...tasks];
  return {
    tasks,
    officials: new Set(rows.flatMap((task) => notice.tasks[task].official ?? [])),
    units: new Set(rows.flatMap((task) => lookup.assignments[task].map((row) => notice.assignments[row].unit))),
    targets: rows.reduce((sum, task) => sum + lookup.targets[task].length, 0),
    doubts: [...notice.diagnostics.keys()].filter((row) => {
      const task = lookup.taskOfDoubt[row];
      return all || (task !== null && tasks.has(task)) || (task === null && onlyDoubts(filters));
    }),
    all,
  };
}

/** What is searched for, folded. @param {Filters} filters */
export const wordsOf = ({ query }) => folded(query).split(/\s+/u).filter(Boolean);

/** @param {Filters} filters */
export const isFiltering = (filters) =>
  filters.query.trim() !== '' || filters.official !== null || filters.unit !== null || filters.targets || filters.doubts;

/** Doubts outside of all tasks are left in where doubts are all that is asked for. @param {Filters} filters */
const onlyDoubts = (filters) => filters.doubts && !isFiltering({ ...filters, doubts: false });
