/** The tabs above the views. On a wide screen the source stands beside them and has none. */

import { byId } from './dom.js';

/** @typedef {import('../types.js').ViewName} ViewName */

/** Where the source stands beside the views; the style sheet has the same width. */
export const WIDE = '(min-width: 64rem)';

/** @param {import('../state.js').Store} store */
export function mountTabs(store) {
  const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[role=tab]')]);
  const wide = matchMedia(WIDE);
  const usable = () => tabs.filter((tab) => !(wide.matches && tab.dataset.view === 'source'));
  const show = () => draw(store.get().view, tabs, wide.matches);

  for (const tab of tabs) {
    tab.addEventListener('click', () => store.set({ view: /** @type {ViewName} */ (tab.dataset.view) }));
    tab.addEventListener('keydown', (event) => {
      const at = usable().indexOf(tab);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = usable().at(to % usable().length);
      next?.focus();
      next?.click();
    });
  }
  wide.addEventListener('change', show);
  store.subscribe((_, changed) => changed.has('view') && show());
  show();
}

/** @param {ViewName} view @param {HTMLElement[]} tabs @param {boolean} isWide */
function draw(view, tabs, isWide) {
  const active = isWide && view === 'source' ? 'tasks' : view;
  for (const tab of tabs) {
    const isActive = tab.dataset.view === active;
    tab.setAttribute('aria-selected', String(isActive));
    tab.tabIndex = isActive ? 0 : -1;
    tab.hidden = isWide && tab.dataset.view === 'source';
    const panel = byId(tab.getAttribute('aria-controls') ?? '');
    panel.setAttribute('role', tab.hidden ? 'region' : 'tabpanel');
    panel.hidden = !isActive && !(isWide && tab.dataset.view === 'source');
  }
}
