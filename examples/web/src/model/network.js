/** Who works with whom: units that share tasks, and officials with the units that lead their tasks. */

/** @typedef {import('../types.js').Document} Document */
/** @typedef {import('./filter.js').Shown} Shown */
/** @typedef {{ key: string, kind: 'unit' | 'official', row: number, name: string, tasks: number, group: boolean }} Node */
/** @typedef {{ source: string, target: string, kind: 'shared' | 'leads', tasks: number[] }} Link */
/** @typedef {{ nodes: Node[], links: Link[], leftOut: Record<Node['kind'], number> }} Network `leftOut` says how many are not kept */

/**
 * @param {Document} document
 * @param {Shown} shown
 * @param {number} most how many units and how many officials are kept: those with the most tasks
 * @returns {Network}
 */
export function networkOf({ notice, lookup }, shown, most) {
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
  const officials = officialNodes({ notice, lookup }, shown).filter((node) => named.has(node.key));
  const nodes = [...busiest(officials, most), ...kept];
  const drawn = new Set(nodes.map((node) => node.key));
  return {
    nodes,
    links: [...links.values()].filter(({ source }) => drawn.has(source)),
    leftOut: { unit: units.length - kept.length, official: Math.max(0, officials.length - most) },
  };
}

/** Those with the most tasks, in the order in which they were. @param {readonly Node[]} nodes @param {number} most */
function busiest(nodes, most) {
  const kept = new Set([...nodes].sort((a, b) => b.tasks - a.tasks).slice(0, most));
  return nodes.filter((node) => kept.has(node));
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

/** @param {Pick<Document, 'notice' | 'lookup'>} document @param {Shown} shown @returns {Node[]} */
function officialNodes({ notice, lookup }, shown) {
  return [...shown.officials].map((row) => {
    const { name, post } = notice.officials[row];
    const tasks = lookup.officialTasks[row].filter((task) => shown.tasks.has(task)).length;
    return { key: `official:${row}`, kind: 'official', row, name: name ?? post ?? '', tasks, group: false };
  });
}
