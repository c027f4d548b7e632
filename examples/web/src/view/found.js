/** Marks what a search found, where the browser can do so without touching the page. */

import { byId } from './dom.js';

/** Marking every letter of a long notice would take longer than it helps. */
const MOST = 2000;

/** @param {import('../state.js').Store} store */
export function mountFound(store) {
  if (!('highlights' in CSS)) return;
  let asked = 0;
  const mark = () => {
    const words = store.get().filters.query.toLowerCase().split(/\s+/u).filter(Boolean);
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
  const ranges = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() && ranges.length < MOST) {
    const node = texts.currentNode;
    const text = (node.nodeValue ?? '').toLowerCase();
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, Math.min(at + word.length, node.nodeValue?.length ?? 0));
        ranges.push(range);
      }
    }
  }
  return ranges;
}
