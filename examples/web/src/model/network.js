/** Who works with whom: units that share tasks, and officials with the units that lead their tasks. */

/** @typedef {import('../types.js').Document} Document */
/** @typedef {import('./filter.js').Shown} Shown */
/** @typedef {{ key: string, kind: 'unit' | 'official', row: number, name: string, tasks: number, group: boolean }} Node */
/** @typedef {{ source: string, target: string, kind: 'shared' | 'leads', tasks: number[] }} Link */
/** @typedef {{ nodes: Node[], links: Link[], leftOut: number }} Network */

/**
 * @param {Document} document
 * @param {Shown} shown
 * @param {number} most how many units are kept: those with the most tasks
 * @returns {Network}
 */
export function networkOf({ notice }, shown, most) {
  const units = unitNodes(notice, shown);
  const kept = units.slice(0, most);
  const keys = new Set(kept.map((node) => node.key));
  /** @type {Map<string, Link>} */
  const links = new Map();
  /** @param {Link['kind']} kind @param {string} source @param {string} target @param {number} task */
  const join = (kind, source, target, task) => {
    const key = `${source} ${target}`;
    const link = links.get(key) ?? { source, target, kind, tasks: [] };
    links.set(key, link);
    if (link.tasks.at(-1) !== task) link.tasks.push(task);
  };
  for (const [task, team] of teams(notice, shown)) {
    const members = [...team.keys()].filter((unit) => keys.has(`unit:${unit}`)).sort((a, b) => a - b);
    members.forEach((unit, at) => {
      for (const other of members.slice(at + 1)) join('shared', `unit:${unit}`, `unit:${other}`, task);
      const { official } = notice.tasks[task];
      if (official !== null && team.get(unit)) join('leads', `official:${official}`, `unit:${unit}`, task);
    });
  }
  const named = new Set([...links.values()].map((link) => link.source));
  const officials = officialNodes(notice, shown).filter((node) => named.has(node.key));
  return { nodes: [...officials, ...kept], links: [...links.values()], leftOut: units.length - kept.length };
}

/** Each task's units and whether they lead. @param {import('../types.js').Notice} notice @param {Shown} shown */
function teams(notice, shown) {
  /** @type {Map<number, Map<number, boolean>>} */
  const teams = new Map();
  for (const { task, unit, role } of notice.assignments) {
    if (!shown.tasks.has(task)) continue;
    const team = teams.get(task) ?? new Map();
    teams.set(task, team.set(unit, team.get(unit) || role === 'lead'));
  }
  return teams;
}

/** @param {import('../types.js').Notice} notice @param {Shown} shown @returns {Node[]} the busiest first */
function unitNodes(notice, shown) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const team of teams(notice, shown).values()) {
    for (const unit of team.keys()) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts]
    .map(([row, tasks]) => ({
      key: `unit:${row}`,
      kind: /** @type {const} */ ('unit'),
      row,
      name: notice.units[row].name,
      tasks,
      group: notice.units[row].group,
    }))
    .sort((a, b) => b.tasks - a.tasks || a.row - b.row);
}

/** @param {import('../types.js').Notice} notice @param {Shown} shown @returns {Node[]} */
function officialNodes(notice, shown) {
  return [...shown.officials].map((row) => {
    const { name, post } = notice.officials[row];
    const tasks = notice.tasks.filter((task, at) => task.official === row && shown.tasks.has(at)).length;
    return { key: `official:${row}`, kind: 'official', row, name: name ?? post ?? '', tasks, group: false };
  });
}
