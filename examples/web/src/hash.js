/** What is shown, in the address: never the text of a notice. */

import { noFilters } from './state.js';
import { isSample } from './samples.js';

/** @typedef {import('./types.js').State} State */

const VIEWS = /** @type {const} */ (['tasks', 'doubts', 'network', 'tables', 'source']);
const TABLES = /** @type {const} */ (['tasks', 'units', 'officials', 'targets', 'allocations', 'diagnostics']);
const ROLES = /** @type {const} */ (['any', 'lead', 'participant']);

/**
 * @param {State} state
 * @returns {string} without the `#`
 */
export function toHash(state) {
  const { filters } = state;
  const hash = new URLSearchParams();
  /** @param {string} name @param {string | number | null} value */
  const put = (name, value) => value !== null && value !== '' && hash.set(name, String(value));
  put('sample', state.sample);
  put('view', state.view === 'tasks' ? null : state.view);
  put('table', state.table === 'tasks' ? null : state.table);
  put('q', filters.query);
  put('official', filters.official);
  put('unit', filters.unit);
  put('role', filters.role === 'any' ? null : filters.role);
  put('targets', filters.targets ? 1 : null);
  put('doubts', filters.doubts ? 1 : null);
  put('at', state.selected);
  return hash.toString();
}

/**
 * What an address asks for. What it says wrongly is left out.
 *
 * @param {string} hash
 * @returns {Pick<State, 'sample' | 'view' | 'table' | 'filters' | 'selected'>}
 */
export function fromHash(hash) {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  /** @param {string} name */
  const id = (name) => (/^\d{1,9}$/.test(asked.get(name) ?? '') ? Number(asked.get(name)) : null);
  const sample = asked.get('sample');
  const selected = asked.get('at');
  return {
    sample: sample !== null && isSample(sample) ? sample : null,
    view: VIEWS.find((view) => view === asked.get('view')) ?? 'tasks',
    table: TABLES.find((table) => table === asked.get('table')) ?? 'tasks',
    selected: selected !== null && /^[a-z]+:\d{1,9}$/.test(selected) ? selected : null,
    filters: {
      ...noFilters(),
      query: asked.get('q') ?? '',
      official: id('official'),
      unit: id('unit'),
      role: ROLES.find((role) => role === asked.get('role')) ?? 'any',
      targets: asked.has('targets'),
      doubts: asked.has('doubts'),
    },
  };
}
