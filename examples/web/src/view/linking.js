/** What belongs together lights up together: a fact in the list, in the source and in the tables is one fact. */

/** @param {import('../state.js').Store} store */
export function mountLinking(store) {
  /** @type {string | null} */
  let hovered = null;

  /** @param {ParentNode} root */
  const refresh = (root) => {
    const { selected } = store.get();
    light(root, 'is-selected', selected);
    light(root, 'is-hovered', hovered);
  };

  document.addEventListener('click', (event) => {
    const item = closest(event.target, '[data-select]');
    if (item) store.select(item.getAttribute('data-select'), panelOf(item));
  });

  /** @param {Event} event */
  const hover = (event) => {
    const key = closest(event.target, '[data-fact]')?.getAttribute('data-fact')?.split(' ').at(-1) ?? null;
    if (key === hovered) return;
    hovered = key;
    for (const lit of document.querySelectorAll('.is-hovered')) lit.classList.remove('is-hovered');
    light(document, 'is-hovered', key);
  };
  document.addEventListener('pointerover', hover);
  document.addEventListener('focusin', hover);

  store.subscribe((state, changed) => {
    if (changed.has('selected')) {
      for (const lit of document.querySelectorAll('.is-selected')) lit.classList.remove('is-selected');
    }
    refresh(document);
    if (changed.has('selected') && state.selected) showElsewhere(state.selected, state.origin);
  });
  return refresh;
}

/** @param {EventTarget | null} target @param {string} selector */
const closest = (target, selector) => (target instanceof Element ? target.closest(selector) : null);

/** @param {Element} item */
const panelOf = (item) => item.closest('[role=tabpanel], .source')?.id ?? '';

/** @param {ParentNode} root @param {string} name @param {string | null} key */
function light(root, name, key) {
  if (key === null) return;
  for (const element of root.querySelectorAll(`[data-fact~="${key}"]`)) element.classList.add(name);
}

/** Scrolls the views beside the one where a fact was selected; the source does so itself. @param {string} key @param {string} origin */
function showElsewhere(key, origin) {
  for (const view of document.querySelectorAll('.view:not([hidden])')) {
    if (view.id === origin) continue;
    const item = view.querySelector(`[data-fact="${key}"]`);
    item?.scrollIntoView({ block: 'nearest' });
  }
}
