/** Marks what a search found, where the browser can do so without touching the page. */

import { wordsOf } from '../model/filter.js';
import { placesOf } from '../model/fold.js';
import { byId } from './dom.js';

/** Marking every letter of a long notice would take longer than it helps. */
const MOST = 2000;

/** @param {import('../state.js').Store} store */
export function mountFound(store) {
  if (!('highlights' in CSS)) return;
  let asked = 0;
  const mark = () => {
    const words = wordsOf(store.get().filters);
    const ranges = words.length === 0 ? [] : [byId('panel-tasks'), byId('source')].flatMap((root) => rangesIn(root, words));
    CSS.highlights.set('found', new Highlight(...ranges.slice(0, MOST)));
  };
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(mark);
  };
  store.subscribe((_, changed) => (changed.has('filters') || changed.has('document') || changed.has('lang')) && soon());
  byId('source').addEventListener('scroll', () => store.get().filters.query && soon(), { passive: true });
}

/** @param {HTMLElement} root @param {string[]} words @returns {Range[]} */
function rangesIn(root, words) {
  /** @type {Range[]} */
  const ranges = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (ranges.length < MOST && texts.nextNode()) {
    const node = texts.currentNode;
    for (const [start, end] of placesOf(node.nodeValue ?? '', words, MOST - ranges.length)) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}
