/** Parts → officials → tasks → units and targets, as lists that open and close. */

import { t, term } from '../i18n/index.js';
import { shownOf } from '../model/filter.js';
import { byId, el, quoted } from './dom.js';
import { moreButton, PAGE } from './more.js';
import { demand, doubtWords, officialName } from './words.js';

/** @typedef {import('../types.js').Document} Document */
/** @typedef {import('../model/lookup.js').Group} Group */
/** @typedef {import('../model/lookup.js').PartGroup} PartGroup */
/** @typedef {import('../model/filter.js').Shown} Shown */

/** @param {import('../state.js').Store} store */
export function mountList(store) {
  const panel = byId('panel-tasks');
  /** @type {Set<string>} */
  let closed = new Set();
  let most = PAGE;

  const draw = () => {
    const { document, filters } = store.get();
    if (!document) return panel.replaceChildren();
    const shown = shownOf(document, filters);
    const visible = visibleTasks(document, shown).slice(0, most);
    const more = () => ((most += PAGE), draw());
    const drawn = new Set(visible);
    panel.replaceChildren(
      shown.tasks.size === 0 ? el('p', { class: 'empty' }, t(shown.all ? 'no_tasks' : 'no_match')) : tools(),
      ...document.lookup.parts.map((part) => partSection(document, part, drawn, closed)),
      moreButton(shown.tasks.size - visible.length, more) ?? '',
    );
    rove(panel, store.get().selected);
  };

  /** @param {string} key @param {boolean} close */
  const toggle = (key, close) => {
    if (close) closed.add(key);
    else closed.delete(key);
    show(`="${key}"`, close);
  };

  /** @param {string} keys which ones, as a selector of attributes compares them @param {boolean} close */
  const show = (keys, close) => {
    for (const twist of panel.querySelectorAll(`[data-opens${keys}]`)) twist.setAttribute('aria-expanded', String(!close));
    for (const body of panel.querySelectorAll(`[data-body${keys}]`)) body.toggleAttribute('hidden', close);
  };

  const tools = () => {
    /** @param {boolean} close */
    const all = (close) => () => {
      const { document, filters } = store.get();
      // Those as well that are not drawn yet.
      const keys = document ? [...shownOf(document, filters).tasks].map((task) => `task:${task}`) : [];
      for (const key of keys) {
        if (close) closed.add(key);
        else closed.delete(key);
      }
      show('^="task:"', close);
    };
    return el(
      'div',
      { class: 'tools' },
      el('button', { type: 'button', class: 'button quiet', onclick: all(false) }, t('expand_all')),
      el('button', { type: 'button', class: 'button quiet', onclick: all(true) }, t('collapse_all')),
    );
  };

  panel.addEventListener('click', (event) => {
    const key = closest(event.target, '[data-toggle]')?.getAttribute('data-toggle');
    if (key) toggle(key, !closed.has(key));
  });
  panel.addEventListener('keydown', (event) => walk(event, panel, toggle));

  /** Makes sure that a task is on the page and open. @param {string} selected */
  const uncover = (selected) => {
    const { document, filters } = store.get();
    const task = document && taskOf(document, selected);
    if (!document || task === null) return;
    const at = visibleTasks(document, shownOf(document, filters)).indexOf(task);
    if (at >= most) ((most = Math.ceil((at + 1) / PAGE) * PAGE), draw());
    toggle(`task:${task}`, false);
    toggle(groupKey(document.notice.tasks[task].part, document.notice.tasks[task].official), false);
  };

  store.subscribe((state, changed) => {
    if (changed.has('document')) closed = new Set();
    if (changed.has('document') || changed.has('filters')) most = PAGE;
    if (changed.has('document') || changed.has('filters') || changed.has('lang')) draw();
    if (changed.has('selected') && state.selected) uncover(state.selected);
    if (changed.has('selected')) rove(panel, state.selected);
  });
}

/**
 * The task that a fact belongs to.
 *
 * @param {Document} document
 * @param {string} key
 * @returns {number | null}
 */
export function taskOf({ notice, lookup }, key) {
  const [table, row] = key.split(':');
  const at = Number(row);
  if (table === 'task') return at;
  if (table === 'assignment') return notice.assignments[at]?.task ?? null;
  if (table === 'target') return notice.targets[at]?.task ?? null;
  if (table === 'diagnostic') return lookup.taskOfDoubt[at] ?? null;
  return null;
}

/** The tasks in the order of the list. @param {Document} document @param {Shown} shown */
const visibleTasks = ({ lookup }, shown) =>
  lookup.parts.flatMap(({ groups }) => groups.flatMap(({ tasks }) => tasks.filter((task) => shown.tasks.has(task))));

/** @param {number} part @param {number | null} official */
const groupKey = (part, official) => `group:${part}-${official ?? 'none'}`;

/** @param {Document} document @param {PartGroup} part @param {Set<number>} visible @param {Set<string>} closed */
function partSection(document, { part, groups }, visible, closed) {
  const some = groups.filter(({ tasks }) => tasks.some((task) => visible.has(task)));
  if (some.length === 0) return '';
  const { title, kind } = document.notice.parts[part];
  const named = groups.some(({ official }) => official !== null);
  return el(
    'section',
    { class: 'part' },
    el('h2', { class: 'part-title' }, title ? quoted(title) : t('no_part'), el('span', { class: 'part-kind' }, term('part', kind))),
    ...some.map((group) =>
      named ? officialGroup(document, part, group, visible, closed) : taskList(document, group.tasks, visible, closed),
    ),
  );
}

/** @param {Document} document @param {number} part @param {Group} group @param {Set<number>} visible @param {Set<string>} closed */
function officialGroup(document, part, { official, tasks }, visible, closed) {
  const person = official === null ? null : document.notice.officials[official];
  const key = groupKey(part, official);
  const id = key.replace(':', '-');
  const count = tasks.filter((task) => visible.has(task)).length;
  const name = person ? officialName(person) : t('no_official');
  const words = person
    ? [
        el('span', { class: 'official-name' }, quoted(name)),
        person.name && person.post ? el('span', { class: 'post' }, quoted(person.post)) : null,
        person.duty ? el('span', { class: 'duty' }, quoted(person.duty)) : null,
      ]
    : [el('span', { class: 'official-name none' }, name)];
  return el(
    'div',
    { class: 'official-group' },
    el(
      'h3',
      { class: 'official', 'data-fact': official === null ? null : `official:${official}` },
      twist(key, `${id}-body`, name, closed),
      person
        ? el(
            'button',
            { type: 'button', class: 'official-what', 'data-nav': key, 'data-select': `official:${official}`, ...opener(key, `${id}-body`, closed) },
            ...words,
          )
        : el('span', { class: 'official-what' }, ...words),
      el('span', { class: 'count' }, t('tasks_n', { n: count })),
    ),
    el('div', { id: `${id}-body`, 'data-body': key, hidden: closed.has(key) }, taskList(document, tasks, visible, closed)),
  );
}

/** @param {string} key @param {string} body @param {string} name @param {Set<string>} closed */
const twist = (key, body, name, closed) =>
  el('button', {
    type: 'button',
    class: 'twist',
    tabindex: -1,
    'data-toggle': key,
    ...opener(key, body, closed),
    'aria-label': t('toggle', { name }),
  });

/** What says of a button that it opens something. @param {string} key @param {string} body @param {Set<string>} closed */
const opener = (key, body, closed) => ({ 'data-opens': key, 'aria-expanded': String(!closed.has(key)), 'aria-controls': body });

/** @param {Document} document @param {number[]} tasks @param {Set<number>} visible @param {Set<string>} closed */
const taskList = (document, tasks, visible, closed) =>
  el('ol', { class: 'tasks' }, ...tasks.filter((task) => visible.has(task)).map((task) => taskItem(document, task, closed)));

/** @param {Document} document @param {number} row @param {Set<string>} closed */
function taskItem(document, row, closed) {
  const task = document.notice.tasks[row];
  const key = `task:${row}`;
  const name = task.number ?? task.title ?? String(row + 1);
  return el(
    'li',
    { class: 'task', 'data-fact': key },
    el(
      'div',
      { class: 'task-head' },
      twist(key, `task-${row}-body`, name, closed),
      el(
        'button',
        { type: 'button', class: 'task-what', 'data-nav': key, 'data-select': key, ...opener(key, `task-${row}-body`, closed) },
        task.number ? el('span', { class: 'number' }, quoted(task.number)) : null,
        el('span', { class: 'task-text' }, task.title ? el('b', {}, quoted(task.title)) : null, quoted(task.text)),
      ),
    ),
    taskBody(document, row, closed),
  );
}

/** @param {Document} document @param {number} row @param {Set<string>} closed */
function taskBody({ notice, lookup }, row, closed) {
  /** @param {'lead' | 'participant'} role */
  const units = (role) =>
    lookup.assignments[row].filter((at) => notice.assignments[at].role === role).map((at) => unitChip(notice, at));
  const { due } = notice.tasks[row];
  const targets = lookup.targets[row].map((at) => targetItem(notice, at));
  const doubts = lookup.doubts[row].map((at) => doubtItem(notice, at));
  return el(
    'dl',
    { class: 'task-body', id: `task-${row}-body`, 'data-body': `task:${row}`, hidden: closed.has(`task:${row}`) },
    ...entry('lead', units('lead'), 'chips'),
    ...entry('participant', units('participant'), 'chips'),
    ...entry('target', targets, 'lines'),
    ...(due?.text ? [el('dt', { class: 'due' }, t('due')), el('dd', {}, quoted(due.text), due.date ? ` → ${due.date}` : '')] : []),
    ...entry('doubt', doubts, 'lines'),
  );
}

/** @param {'lead' | 'participant' | 'target' | 'doubt'} kind @param {HTMLElement[]} items @param {string} form */
const entry = (kind, items, form) =>
  items.length === 0 ? [] : [el('dt', { class: kind }, t(kind)), el('dd', {}, el('ul', { class: form }, ...items))];

/** @param {import('../types.js').Notice} notice @param {number} row */
function unitChip(notice, row) {
  const { unit, role, implied, basis } = notice.assignments[row];
  const { name, group, nameplates } = notice.units[unit];
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', class: `chip ${role}`, 'data-nav': `assignment:${row}`, 'data-select': `assignment:${row}`, 'data-fact': `assignment:${row}` },
      quoted(name),
      nameplates.length > 0 ? el('span', { class: 'aside' }, quoted(`（${nameplates.join('、')}）`)) : null,
      group ? el('span', { class: 'aside' }, t('group')) : null,
      implied ? el('span', { class: 'aside' }, t('implied')) : null,
      basis === 'default' ? el('span', { class: 'aside' }, t('assumed')) : null,
    ),
  );
}

/** @param {import('../types.js').Notice} notice @param {number} row */
function targetItem(notice, row) {
  const target = notice.targets[row];
  const { date, inferred } = target.due;
  return el(
    'li',
    { class: target.within === null ? null : 'within' },
    el(
      'button',
      { type: 'button', class: 'target-what', 'data-nav': `target:${row}`, 'data-select': `target:${row}`, 'data-fact': `target:${row}` },
      target.within === null ? null : el('span', { class: 'aside' }, t('within')),
      el('span', { class: 'indicator' }, quoted(target.indicator)),
      el('span', { class: 'demand' }, quoted(demand(target))),
      date && !inferred ? el('span', { class: 'aside' }, date) : null,
    ),
  );
}

/** @param {import('../types.js').Notice} notice @param {number} row */
const doubtItem = (notice, row) =>
  el(
    'li',
    {},
    el(
      'button',
      { type: 'button', class: `doubt-line ${notice.diagnostics[row].severity}`, 'data-nav': `diagnostic:${row}`, 'data-select': `diagnostic:${row}`, 'data-fact': `diagnostic:${row}` },
      quoted(doubtWords(notice.diagnostics[row])),
    ),
  );

/** @param {EventTarget | null} target @param {string} selector */
const closest = (target, selector) => (target instanceof Element ? target.closest(selector) : null);

/** One stop for the tab key: the selected item, or the first. @param {HTMLElement} panel @param {string | null} selected */
function rove(panel, selected) {
  const items = /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll('[data-nav]'));
  for (const item of items) item.tabIndex = -1;
  const current = [...items].find((item) => item.dataset.select === selected) ?? items[0];
  if (current) current.tabIndex = 0;
}

/**
 * Up and down through what is open; left closes or goes up to the task, right opens or goes on.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLElement} panel
 * @param {(key: string, close: boolean) => void} toggle
 */
function walk(event, panel, toggle) {
  const item = /** @type {HTMLElement | null} */ (closest(event.target, '[data-nav]'));
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
  const items = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll('[data-nav]')]).filter((one) => one.offsetParent);
  const at = items.indexOf(item);
  const key = item.dataset.nav ?? '';
  const opens = panel.querySelector(`[data-toggle="${key}"]`);
  const isOpen = opens?.getAttribute('aria-expanded') === 'true';
  /** @type {Record<string, () => HTMLElement | undefined | void>} */
  const moves = {
    ArrowDown: () => items[at + 1],
    ArrowUp: () => items[at - 1],
    Home: () => items[0],
    End: () => items.at(-1),
    ArrowRight: () => (opens && !isOpen ? toggle(key, false) : items[at + 1]),
    ArrowLeft: () => (opens && isOpen ? toggle(key, true) : above(item, panel)),
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  const next = move();
  if (!next) return;
  for (const one of items) one.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** What an item stands under. @param {HTMLElement} item @param {HTMLElement} panel */
function above(item, panel) {
  const body = item.closest('[data-body]');
  const key = body?.getAttribute('data-body');
  return /** @type {HTMLElement | undefined} */ (panel.querySelector(`[data-nav="${key}"]`) ?? undefined);
}
