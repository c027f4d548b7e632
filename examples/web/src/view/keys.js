/** The keys that work everywhere: `/` searches, Escape takes back one thing. */

import { isFiltering } from '../model/filter.js';
import { noFilters } from '../state.js';
import { byId } from './dom.js';

/** @param {import('../state.js').Store} store */
export function mountKeys(store) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search';
    if (event.key === '/' && !isTyping) {
      event.preventDefault();
      byId('query').focus();
    }
    if (event.key === 'Escape') takeBack(store);
  });
}

/** @param {import('../state.js').Store} store */
function takeBack(store) {
  const { message, selected, filters } = store.get();
  if (message) store.set({ message: null });
  else if (selected !== null) store.select(null, 'keys');
  else if (isFiltering(filters)) store.set({ filters: noFilters() });
}
