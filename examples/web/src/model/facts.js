/** Everything of a notice that stands somewhere in its text, under one key. */

/** @typedef {import('../types.js').Notice} Notice */
/**
 * @typedef {'task' | 'official' | 'lead' | 'participant' | 'target' | 'convention' | 'allocation' | 'number'
 *   | 'error' | 'warning' | 'note'} FactKind
 */
/**
 * @typedef {object} Fact
 * @property {string} key its table and its row there, as in `target:3`
 * @property {FactKind} kind
 * @property {number} row its row in its table
 * @property {number} start in UTF-16 units
 * @property {number} end
 */

/**
 * @param {Notice} notice
 * @returns {Fact[]} in the order of their places, the longer before the shorter
 */
export function factsOf(notice) {
  /** @type {Fact[]} */
  const facts = [];
  /** @param {string} table @param {FactKind} kind @param {number} row @param {readonly [number, number]} span */
  const add = (table, kind, row, [start, end]) => {
    if (end > start) facts.push({ key: `${table}:${row}`, kind, row, start, end });
  };
  notice.tasks.forEach((task, row) => add('task', 'task', row, task.span));
  notice.officials.forEach((official, row) => add('official', 'official', row, official.span));
  notice.assignments.forEach((one, row) => add('assignment', one.role, row, one.span));
  notice.targets.forEach((target, row) => add('target', 'target', row, target.span));
  notice.conventions.forEach((convention, row) => add('convention', 'convention', row, convention.span));
  notice.allocations.forEach((allocation, row) => add('allocation', 'allocation', row, allocation.span));
  notice.diagnostics.forEach((one, row) => add('diagnostic', one.severity, row, one.span));
  if (notice.header.document_number) add('number', 'number', 0, notice.header.document_number.span);
  return facts.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The table and the row that a key names.
 *
 * @param {string} key
 * @returns {[table: string, row: number]}
 */
export function splitKey(key) {
  const [table, row] = key.split(':');
  return [table, Number(row)];
}
