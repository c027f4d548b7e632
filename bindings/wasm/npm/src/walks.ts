// From row to row, so that nobody has to look up ids.

import type { Assignment, Notice, Official, OfficialId, Part, PartId, Role, Section, Target, Task, Unit, UnitId } from "./model.js";

/** Whose tasks are asked for; what is left out is not asked. */
export interface TasksOf {
  official?: OfficialId;
  unit?: UnitId;
  part?: PartId;
  /** The unit's role, or with no `unit` a role that somebody has. */
  role?: Role;
}

/** The tasks of an official, a unit, a part, or of all of these at once, in order. */
export function tasksOf(notice: Notice, { official, unit, part, role }: TasksOf): Task[] {
  const isIts = (row: Assignment) =>
    (unit === undefined || row.unit === unit) && (role === undefined || row.role === role);
  const withUnit =
    unit === undefined && role === undefined
      ? null
      : new Set(notice.assignments.filter(isIts).map((row) => row.task));
  return notice.tasks.filter(
    (task) =>
      (official === undefined || task.official === official) &&
      (part === undefined || task.part === part) &&
      (withUnit === null || withUnit.has(task.id)),
  );
}

/** Who does what in a task, in the order of the notice, the units that a convention adds included. */
export function assignmentsOf(notice: Notice, task: Task): Assignment[] {
  return rowsOf(notice.assignments, task);
}

/** The units of a task, all of them or those of a role, in the order of the notice. */
export function unitsOf(notice: Notice, task: Task, role?: Role): Unit[] {
  return assignmentsOf(notice, task)
    .filter((row) => role === undefined || row.role === role)
    .flatMap((row) => notice.units[row.unit] ?? []);
}

/** The units that lead a task (牵头单位). */
export function leads(notice: Notice, task: Task): Unit[] {
  return unitsOf(notice, task, "lead");
}

/** The units that take part in a task (配合单位). */
export function participants(notice: Notice, task: Task): Unit[] {
  return unitsOf(notice, task, "participant");
}

/** The commitments inside a task, in order. */
export function targetsOf(notice: Notice, task: Task): Target[] {
  return rowsOf(notice.targets, task);
}

/** The official whose task it is. */
export function officialOf(notice: Notice, task: Task): Official | null {
  return task.official === null ? null : (notice.officials[task.official] ?? null);
}

/** The part that a task stands in. */
export function partOf(notice: Notice, task: Task): Part | null {
  return notice.parts[task.part] ?? null;
}

/** The nearest heading that a task stands under. */
export function sectionOf(notice: Notice, task: Task): Section | null {
  return task.section === null ? null : (notice.sections[task.section] ?? null);
}

/** The headings that a task stands under, the nearest first. */
export function sectionsOf(notice: Notice, task: Task): Section[] {
  const found: Section[] = [];
  let section = sectionOf(notice, task);
  while (section !== null) {
    found.push(section);
    // One that is not before it would lead in a circle.
    const parent: number | null = section.parent;
    section = parent === null || parent >= section.id ? null : (notice.sections[parent] ?? null);
  }
  return found;
}

/** The unit of that name, or else the first one with such a nameplate (挂牌). */
export function findUnit(notice: Notice, name: string): Unit | null {
  return (
    notice.units.find((unit) => unit.name === name) ??
    notice.units.find((unit) => unit.nameplates.includes(name)) ??
    null
  );
}

/** The official of that name. */
export function findOfficial(notice: Notice, name: string): Official | null {
  return notice.officials.find((official) => official.name === name) ?? null;
}

/** The rows of a task in a table that is in the order of its tasks. */
function rowsOf<Row extends { task: number }>(rows: Row[], task: Task): Row[] {
  const start = firstFrom(rows, task.id);
  return rows.slice(start, firstFrom(rows, task.id + 1, start));
}

/** The position of the first row whose task is `task` or a later one: a binary search. */
function firstFrom(rows: { task: number }[], task: number, from = 0): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]!.task < task) low = middle + 1;
    else high = middle;
  }
  return low;
}
