/** The rows of task tables: what each region was given, and whether it adds up to the printed total. */

import { add, compare, decimal, print, subtract } from './decimal.js';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').Allocation} Allocation */
/**
 * @typedef {object} AllocationRow
 * @property {number} first the row of its first figure in `allocations`
 * @property {Allocation[]} cells
 * @property {string | null} total as printed
 * @property {string | null} sum of the figures given; null for shares, which are never added up
 * @property {string | null} difference the sum less the total
 * @property {'equal' | 'unequal' | 'none'} verdict
 */

/** @param {Notice} notice @param {string} text @returns {AllocationRow[]} */
export function allocationRows(notice, text) {
  /** @type {{ first: number, cells: Allocation[] }[]} */
  const rows = [];
  notice.allocations.forEach((allocation, at) => {
    const row = rows.at(-1);
    if (row && isOneRow(/** @type {Allocation} */ (row.cells.at(-1)), allocation)) row.cells.push(allocation);
    else rows.push({ first: at, cells: [allocation] });
  });
  return rows.map(({ first, cells }) => ({ first, cells, ...verdict(cells, text) }));
}

/** @param {Allocation} a @param {Allocation} b */
const isOneRow = (a, b) =>
  a.text === b.text && a.item === b.item && a.total === b.total && a.measure === b.measure && a.span[0] <= b.span[0];

/** @param {Allocation[]} cells @param {string} text @returns {Pick<AllocationRow, 'total' | 'sum' | 'difference' | 'verdict'>} */
function verdict(cells, text) {
  const { total } = cells[0];
  const given = cells.flatMap((cell) => (cell.state === 'given' ? [cell.value] : []));
  if (given.length === 0 || given.includes(null) || cells.some((cell) => isShare(cell, text))) {
    return { total, sum: null, difference: null, verdict: 'none' };
  }
  const values = given.flatMap((value) => (value === null ? [] : [decimal(value)]));
  const sum = values.reduce(add);
  if (total === null) return { total, sum: print(sum), difference: null, verdict: 'none' };
  const printed = decimal(total);
  return {
    total,
    sum: print(sum),
    difference: print(subtract(sum, printed)),
    verdict: compare(sum, printed) === 0 ? 'equal' : 'unequal',
  };
}

/** Shares and averages do not add up. @param {Allocation} cell @param {string} text */
const isShare = (cell, text) =>
  /[%％‰]/u.test(text.slice(...cell.span)) || /[%％‰率比]|百分|人均|^每/u.test(cell.measure ?? '');
