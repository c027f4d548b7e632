/** What the views ask of a notice again and again, counted once. */

import { factsOf } from './facts.js';
import { folded } from './fold.js';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').Assignment} Assignment */
/** @typedef {import('./facts.js').Fact} Fact */
/** @typedef {{ part: number, groups: Group[] }} PartGroup */
/** @typedef {{ official: number | null, tasks: number[] }} Group */

/**
 * @typedef {object} Lookup
 * @property {Fact[]} facts
 * @property {Map<string, Fact>} byKey
 * @property {number[][]} assignments the rows of each task's assignments
 * @property {number[][]} targets the rows of each task's targets
 * @property {number[][]} doubts the rows of each task's diagnostics
 * @property {(number | null)[]} taskOfDoubt the task in which a diagnostic stands
 * @property {number[][]} unitTasks the tasks of each unit
 * @property {number[][]} officialTasks the tasks of each official
 * @property {string[]} haystacks what a search looks through, for each task
 * @property {PartGroup[]} parts the tasks below their officials below their parts
 */

/**
 * @param {Notice} notice
 * @param {string} text
 * @returns {Lookup}
 */
export function lookupOf(notice, text) {
  const facts = factsOf(notice);
  const assignments = rowsBy(notice.assignments, notice.tasks.length, (one) => one.task);
  const taskOfDoubt = tasksOfDoubts(notice);
  const unitTasks = notice.units.map(() => /** @type {number[]} */ ([]));
  for (const { unit, task } of notice.assignments) if (unitTasks[unit].at(-1) !== task) unitTasks[unit].push(task);
  return {
    facts,
    byKey: new Map(facts.map((fact) => [fact.key, fact])),
    assignments,
    targets: rowsBy(notice.targets, notice.tasks.length, (target) => target.task),
    doubts: rowsBy(taskOfDoubt, notice.tasks.length, (task) => task),
    taskOfDoubt,
    unitTasks: unitTasks.map((tasks) => [...new Set(tasks)]),
    officialTasks: rowsBy(notice.tasks, notice.officials.length, (task) => task.official),
    haystacks: notice.tasks.map((task, row) => haystack(notice, text, task, assignments[row])),
    parts: partsOf(notice),
  };
}

/**
 * The rows of a table, by the row of another one that they belong to.
 *
 * @template T
 * @param {readonly T[]} table
 * @param {number} count how many rows the other table has
 * @param {(row: T) => number | null} owner
 */
function rowsBy(table, count, owner) {
  const rows = Array.from({ length: count }, () => /** @type {number[]} */ ([]));
  table.forEach((row, at) => {
    const of = owner(row);
    if (of !== null) rows[of]?.push(at);
  });
  return rows;
}

/** @param {Notice} notice @returns {(number | null)[]} */
function tasksOfDoubts(notice) {
  const byStart = notice.tasks.map((_, row) => row).sort((a, b) => notice.tasks[a].span[0] - notice.tasks[b].span[0]);
  return notice.diagnostics.map(({ span: [start] }) => {
    let low = 0;
    let high = byStart.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (notice.tasks[byStart[middle]].span[0] <= start) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return null;
    const task = byStart[low - 1];
    return start < notice.tasks[task].span[1] ? task : null;
  });
}

/** @param {Notice} notice @param {string} text @param {import('../types.js').Task} task @param {number[]} assignments */
function haystack(notice, text, task, assignments) {
  const official = task.official === null ? null : notice.officials[task.official];
  const units = assignments.map((row) => notice.units[notice.assignments[row].unit].name);
  const words = [text.slice(...task.span), task.title, task.text, official?.name, official?.post, ...units];
  return folded(words.filter(Boolean).join('\n'));
}

/** @param {Notice} notice @returns {PartGroup[]} */
function partsOf(notice) {
  /** @type {Map<number, Map<number | null, number[]>>} */
  const parts = new Map();
  notice.tasks.forEach((task, row) => {
    const groups = parts.get(task.part) ?? new Map();
    parts.set(task.part, groups);
    const tasks = groups.get(task.official) ?? [];
    groups.set(task.official, tasks);
    tasks.push(row);
  });
  return [...parts].map(([part, groups]) => ({
    part,
    groups: [...groups].map(([official, tasks]) => ({ official, tasks })),
  }));
}
