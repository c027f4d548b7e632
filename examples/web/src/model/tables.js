/** The notice as tables of words and exact figures: what the page shows, and what it exports. */

import { spoken, t, term } from '../i18n/index.js';
import { compare, decimal } from './decimal.js';
import { placeWords } from './places.js';
import { allocationRows } from './sums.js';

/** @typedef {import('../types.js').Document} Document */
/** @typedef {import('../types.js').TableName} TableName */
/** @typedef {import('../i18n/index.js').Key} Key */
/** @typedef {import('./filter.js').Shown} Shown */
/** @typedef {{ key: Key, kind: 'text' | 'short' | 'figure' | 'words' }} Column `text` and `short` are of the notice, `words` of the page */
/** @typedef {{ fact: string, cells: string[], wrong?: boolean }} Row */
/** @typedef {{ columns: Column[], rows: Row[], sums: string[] | null }} Table */

/** @type {readonly TableName[]} */
export const TABLES = ['tasks', 'units', 'officials', 'targets', 'allocations', 'diagnostics'];

/**
 * @param {TableName} name
 * @param {Document} document
 * @param {Shown} shown
 * @returns {Table}
 */
export const tableOf = (name, document, shown) => MAKERS[name](document, shown);

/** @type {Record<TableName, (document: Document, shown: Shown) => Table>} */
const MAKERS = {
  tasks({ notice, lookup }, shown) {
    const rows = [...shown.tasks].map((row) => {
      const task = notice.tasks[row];
      const official = task.official === null ? null : notice.officials[task.official];
      /** @param {'lead' | 'participant'} role */
      const names = (role) =>
        lookup.assignments[row]
          .filter((at) => notice.assignments[at].role === role)
          .map((at) => notice.units[notice.assignments[at].unit].name)
          .join('、');
      const { title, kind } = notice.parts[task.part];
      return {
        fact: `task:${row}`,
        cells: [
          task.number ?? '',
          title ?? term('part', kind),
          official?.name ?? official?.post ?? '',
          [task.title, task.text].filter(Boolean).join(' '),
          names('lead'),
          names('participant'),
          task.due?.date ?? task.due?.text ?? '',
          String(lookup.targets[row].length),
        ],
      };
    });
    const columns = cols('~number', 'part', 'official', 'task', 'leads', 'participants', '~due', '#targets');
    return { columns, rows, sums: sumsOf(columns, rows) };
  },

  units({ notice, lookup }, shown) {
    const led = tasksByUnit(notice, shown, 'lead');
    const shared = tasksByUnit(notice, shown, 'participant');
    const rows = [...shown.units].sort((a, b) => a - b).map((unit) => {
      const counts = [led, shared].map((tasks) => tasks.get(unit)?.size ?? 0);
      const all = lookup.unitTasks[unit].filter((task) => shown.tasks.has(task)).length;
      return { fact: `unit:${unit}`, cells: [notice.units[unit].name, ...[...counts, all].map(String)] };
    });
    const columns = cols('unit', '#lead_tasks', '#participant_tasks', '#tasks');
    return { columns, rows, sums: sumsOf(columns, rows) };
  },

  officials({ notice, lookup }, shown) {
    const rows = [...shown.officials].sort((a, b) => a - b).map((official) => {
      const { name, post } = notice.officials[official];
      const tasks = lookup.officialTasks[official].filter((task) => shown.tasks.has(task));
      const targets = tasks.reduce((sum, task) => sum + lookup.targets[task].length, 0);
      return { fact: `official:${official}`, cells: [name ?? '', post ?? '', String(tasks.length), String(targets)] };
    });
    const columns = cols('official', 'post', '#tasks', '#targets');
    return { columns, rows, sums: sumsOf(columns, rows) };
  },

  targets({ notice }, shown) {
    const rows = notice.targets.flatMap((target, row) =>
      shown.tasks.has(target.task)
        ? [
            {
              fact: `target:${row}`,
              cells: [
                target.indicator,
                term('cmp', target.comparator),
                target.value ?? target.reference ?? '',
                target.value_max ?? '',
                target.measure ?? '',
                term('kind', target.kind),
                target.strength ? term('strength', target.strength) : '',
                target.due.date ?? target.due.text ?? '',
                notice.tasks[target.task].number ?? '',
                target.quote,
              ],
            },
          ]
        : [],
    );
    const columns = cols('indicator', '!comparator', '#value', '#value_max', 'measure', '!kind', '!strength', '~due', '~number', 'quote');
    return { columns, rows, sums: null };
  },

  allocations({ notice, text }, shown) {
    const rows = allocationRows(notice, text)
      .filter(({ cells: [{ task }] }) => shown.all || (task !== null && shown.tasks.has(task)))
      .map(({ first, cells, total, sum, difference, verdict }) => ({
        fact: `allocation:${first}`,
        wrong: verdict === 'unequal',
        cells: [
          cells[0].text,
          cells[0].item ?? '',
          cells[0].measure ?? '',
          cells.map((cell) => `${cell.region} ${cell.value ?? term('state', cell.state)}`).join('；'),
          total ?? '',
          sum ?? '',
          difference ?? '',
          t(`sum_${verdict}`),
        ],
      }));
    const columns = cols('task', 'item', 'measure', 'parts', '#total', '#sum', '#difference', '!check');
    return { columns, rows, sums: null };
  },

  diagnostics({ notice, text, contents }, shown) {
    const lines = lineStarts(text);
    /** @param {import('fenjie').Span} span */
    const stands = (span) => (contents ? (placeWords(contents, span) ?? '') : String(lineAt(lines, span[0])));
    const rows = shown.doubts.map((row) => {
      const { code, severity, message, message_zh, span } = notice.diagnostics[row];
      return {
        fact: `diagnostic:${row}`,
        cells: [term('severity', severity), code, (spoken() === 'zh' && message_zh) || message, stands(span)],
      };
    });
    return { columns: cols('!severity', '!code', '!message', contents ? 'place' : '#line'), rows, sums: null };
  },
};

/** The tasks in which each unit has that role. @param {Document['notice']} notice @param {Shown} shown @param {'lead' | 'participant'} role */
function tasksByUnit(notice, shown, role) {
  /** @type {Map<number, Set<number>>} */
  const units = new Map();
  for (const { task, unit, role: had } of notice.assignments) {
    if (had !== role || !shown.tasks.has(task)) continue;
    const tasks = units.get(unit) ?? new Set();
    units.set(unit, tasks.add(task));
  }
  return units;
}

/** What the sign before a name of a column says of it. @type {Record<string, Column['kind']>} */
const KINDS = { '#': 'figure', '!': 'words', '~': 'short' };

/** @param {...string} names @returns {Column[]} */
const cols = (...names) =>
  names.map((name) => ({
    key: /** @type {Key} */ (`col_${name.replace(/^\W/, '')}`),
    kind: KINDS[name[0]] ?? 'text',
  }));

/** The sums of the columns of counts. @param {Column[]} columns @param {Row[]} rows */
const sumsOf = (columns, rows) =>
  columns.map(({ kind }, at) =>
    kind === 'figure' ? String(rows.reduce((sum, { cells }) => sum + Number(cells[at]), 0)) : at === 0 ? t('sum_row') : '',
  );

/**
 * The rows in the order of a column. What is empty comes last either way.
 *
 * @param {Table} table
 * @param {number} column
 * @param {boolean} descending
 * @returns {Row[]}
 */
export function sorted({ columns, rows }, column, descending) {
  const compareCells = columns[column].kind === 'figure' ? byFigure : byWords;
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [a.cells[column], b.cells[column]];
    if (left === '' || right === '') return Number(left === '') - Number(right === '');
    return sign * compareCells(left, right);
  });
}

const collator = new Intl.Collator('zh-CN', { numeric: true });
const byWords = collator.compare;
/** A relative target has words where others have a figure. @param {string} a @param {string} b */
function byFigure(a, b) {
  const [left, right] = [a, b].map((cell) => /^-?\d+(\.\d+)?$/.test(cell));
  return left && right ? compare(decimal(a), decimal(b)) : left === right ? byWords(a, b) : left ? -1 : 1;
}

/** @param {string} text */
export function lineStarts(text) {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/gu)) starts.push(index + end.length);
  return starts;
}

/** The number of the line of an offset, from 1. @param {number[]} starts @param {number} offset */
export function lineAt(starts, offset) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
