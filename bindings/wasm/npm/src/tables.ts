// A notice as wide tables, a row a line of a spreadsheet: the ids looked up, nothing nested.

import type { Allocation, Assignment, Notice, Target, Task } from "./model.js";
import { leads, officialOf, participants, partOf, sectionOf } from "./walks.js";

/** What a cell of a wide table holds. Several names are joined by `、`. */
export type TableCell = string | number | boolean | null;

/** A row of a wide table. */
export type TableRow = Record<string, TableCell>;

/** The wide tables of a notice. */
export type Tables = ReturnType<typeof tables>;

/** The notice as wide tables. `start` and `end` are the places in the text. */
export function tables(notice: Notice) {
  return {
    tasks: notice.tasks.map((task) => taskRow(notice, task)),
    assignments: notice.assignments.map((row) => assignmentRow(notice, row)),
    targets: notice.targets.map((row) => targetRow(notice, row)),
    allocations: notice.allocations.map((row) => allocationRow(notice, row)),
  };
}

function taskRow(notice: Notice, task: Task) {
  const names = (units: { name: string }[]) => units.map((unit) => unit.name).join("、");
  return {
    task: task.id,
    part: partOf(notice, task)?.title ?? null,
    official: officialOf(notice, task)?.name ?? null,
    post: officialOf(notice, task)?.post ?? null,
    section: headingOf(notice, task),
    number: task.number,
    title: task.title,
    text: task.text,
    leads: names(leads(notice, task)),
    participants: names(participants(notice, task)),
    due_text: task.due?.text ?? null,
    due: task.due?.date ?? null,
    start: task.span[0],
    end: task.span[1],
  };
}

/** The words of the heading that a task stands under; its number where it has no words. */
function headingOf(notice: Notice, task: Task): string | null {
  const section = sectionOf(notice, task);
  return section && (section.title ?? section.number);
}

/** The task that a row belongs to, in the words by which a reader knows it. */
function taskOf(notice: Notice, id: number | null) {
  const task = id === null ? undefined : notice.tasks[id];
  return {
    task: id,
    number: task?.number ?? null,
    task_text: task?.text ?? null,
    official: (task && officialOf(notice, task)?.name) ?? null,
  };
}

function assignmentRow(notice: Notice, row: Assignment) {
  const unit = notice.units[row.unit];
  const { role, basis, implied, quote } = row;
  return {
    ...taskOf(notice, row.task),
    unit: unit?.name ?? null,
    group: unit?.group ?? null,
    role,
    basis,
    implied,
    quote,
    start: row.span[0],
    end: row.span[1],
  };
}

function targetRow(notice: Notice, row: Target) {
  const task = notice.tasks[row.task];
  const { indicator, comparator, value, value_max, measure, kind, base, reference, strength, within, quote } = row;
  return {
    target: row.id,
    ...taskOf(notice, row.task),
    leads: task ? leads(notice, task).map((unit) => unit.name).join("、") : "",
    indicator,
    comparator,
    value,
    value_max,
    measure,
    kind,
    base,
    reference,
    strength,
    due_text: row.due.text,
    due: row.due.date,
    due_inferred: row.due.inferred,
    within,
    quote,
    start: row.span[0],
    end: row.span[1],
  };
}

function allocationRow(notice: Notice, row: Allocation) {
  const { text, item, region, value, state, measure, total } = row;
  const { task, number } = taskOf(notice, row.task);
  return { task, number, text, item, region, value, state, measure, total, start: row.span[0], end: row.span[1] };
}

/** How a table is written as CSV. */
export interface CsvOptions {
  /** Whether a byte order mark comes first, which Excel needs to see UTF-8; true where nothing is said. */
  bom?: boolean;
  /**
   * Whether words that a spreadsheet would take for a formula (`=…`, `+…`, `-…`, `@…`, in full width and behind blanks as
   * well) get a `'` before them; true where nothing is said. Numbers stay as they are.
   */
  guard?: boolean;
  /** The columns, in their order; those of the first row where nothing is said. */
  columns?: readonly string[];
}

/** Rows as CSV (RFC 4180), the names of the columns in the first line; nothing without columns. Null is an empty cell. */
export function toCsv(rows: readonly TableRow[], options: CsvOptions = {}): string {
  const { bom = true, guard = true, columns = Object.keys(rows[0] ?? {}) } = options;
  if (columns.length === 0) return "";
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))];
  const text = lines.map((cells) => cells.map((cell) => csvCell(cell, guard)).join(",") + "\r\n");
  return (bom ? "\ufeff" : "") + text.join("");
}

/** Spreadsheets skip blanks and what nobody sees before a sign, and take the full-width signs for the others. */
const FORMULA = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

function csvCell(cell: TableCell, guard: boolean): string {
  if (cell === null) return "";
  const armed = guard && typeof cell === "string" && FORMULA.test(cell) && !NUMBER.test(cell);
  const text = armed ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
