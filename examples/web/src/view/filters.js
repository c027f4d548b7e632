/** The search, the choices beside it, and how much is left. */

import { t } from '../i18n/index.js';
import { isFiltering, shownOf } from '../model/filter.js';
import { noFilters } from '../state.js';
import { byId, el, visible } from './dom.js';
import { officialName } from './words.js';

/** @typedef {import('../types.js').State} State */
/** @typedef {import('../types.js').RoleFilter} RoleFilter */

/** @param {import('../state.js').Store} store */
export function mountFilters(store) {
  listen(store);
  store.subscribe((state, changed) => {
    if (changed.has('document') || changed.has('lang')) drawChoices(state);
    if (changed.has('document') || changed.has('lang') || changed.has('filters')) drawChosen(state);
  });
}

/** @param {import('../state.js').Store} store */
function listen(store) {
  /** @param {string} id @param {string} event @param {(element: any) => Partial<import('../types.js').Filters>} patch */
  const on = (id, event, patch) => {
    const element = byId(id);
    element.addEventListener(event, () => store.filter(patch(element)));
  };
  /** @param {{ value: string }} choice */
  const id = ({ value }) => (value === '' ? null : Number(value));
  on('query', 'input', (input) => ({ query: input.value }));
  on('official', 'change', (select) => ({ official: id(select) }));
  on('unit', 'change', (select) => ({ unit: id(select), ...(id(select) === null && { role: 'any' }) }));
  on('role', 'change', (select) => ({ role: /** @type {RoleFilter} */ (select.value) }));
  on('targets', 'change', (box) => ({ targets: box.checked }));
  on('doubts', 'change', (box) => ({ doubts: box.checked }));
  byId('clear').addEventListener('click', () => {
    store.set({ filters: noFilters() });
    byId('query').focus();
  });
  byId('filters').addEventListener('submit', (event) => event.preventDefault());
  const more = byId('more-filters');
  more.addEventListener('click', () => more.setAttribute('aria-expanded', String(more.getAttribute('aria-expanded') !== 'true')));
}

/** @param {State} state */
function drawChoices({ document }) {
  const officials = document?.notice.officials ?? [];
  const units = document?.notice.units ?? [];
  const tasksOf = (/** @type {number} */ row) => document?.lookup.unitTasks[row].length ?? 0;
  byId('official').replaceChildren(
    option('', t('all_officials')),
    ...officials.map((official, row) => option(row, officialName(official), document?.lookup.officialTasks[row].length)),
  );
  byId('unit').replaceChildren(
    option('', t('all_units')),
    ...[...units.keys()].sort((a, b) => tasksOf(b) - tasksOf(a) || a - b).map((row) => option(row, units[row].name, tasksOf(row))),
  );
}

/** @param {string | number} value @param {string} name @param {number} [count] */
const option = (value, name, count) =>
  el('option', { value }, ...visible(name), count === undefined ? null : ` (${count})`);

/** @param {State} state */
function drawChosen({ document, filters }) {
  /** @param {string} id @param {string | number | null} value */
  const put = (id, value) => {
    const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (byId(id));
    if (field.value !== String(value ?? '')) field.value = String(value ?? '');
  };
  put('query', filters.query);
  put('official', filters.official);
  put('unit', filters.unit);
  put('role', filters.role);
  byId('role').hidden = filters.unit === null;
  /** @type {HTMLInputElement} */ (byId('targets')).checked = filters.targets;
  /** @type {HTMLInputElement} */ (byId('doubts')).checked = filters.doubts;
  byId('clear').hidden = !isFiltering(filters);
  byId('counts').textContent = document ? counts(document, filters) : '';
}

/** @param {import('../types.js').Document} document @param {import('../types.js').Filters} filters */
function counts(document, filters) {
  const shown = shownOf(document, filters);
  return t(shown.all ? 'counts' : 'counts_of', {
    shown: shown.tasks.size,
    tasks: document.notice.tasks.length,
    officials: shown.all ? document.notice.officials.length : shown.officials.size,
    units: shown.all ? document.notice.units.length : shown.units.size,
    targets: shown.all ? document.notice.targets.length : shown.targets,
    doubts: shown.doubts.length,
  });
}
