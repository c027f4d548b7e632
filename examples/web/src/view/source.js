/** The notice as it was given, every fact highlighted where it was read. */

import { t } from '../i18n/index.js';
import { segmentsIn, segmentsOf } from '../model/segments.js';
import { byId, el, visible } from './dom.js';

/** @typedef {import('../types.js').Document} Document */
/** @typedef {import('../model/segments.js').Segment} Segment */
/** @typedef {{ number: number, start: number, end: number, next: number, kind: string }} Line `end` is where its break begins, `next` where that ends */
/** @typedef {{ element: HTMLElement, lines: Line[], drawn: boolean }} Chunk */

/** A long notice is drawn in pieces of so many lines, each when it comes near the screen. */
const CHUNK_LINES = 40;

/** @param {import('../state.js').Store} store @param {(root: ParentNode) => void} refresh called with what was newly drawn */
export function mountSource(store, refresh) {
  const sheet = byId('source');
  /** @type {Chunk[]} */
  let chunks = [];
  /** @type {Segment[]} */
  let segments = [];
  /** @type {WeakMap<Element, Chunk>} */
  const chunkOf = new WeakMap();

  /** @param {Chunk} chunk */
  const draw = (chunk) => {
    const { document } = store.get();
    if (chunk.drawn || !document) return;
    chunk.drawn = true;
    near.unobserve(chunk.element);
    chunk.element.replaceChildren(...chunk.lines.map((line) => drawLine(document.text, line, segments)));
    refresh(chunk.element);
  };

  const near = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const chunk = chunkOf.get(entry.target);
        if (chunk && entry.isIntersecting) draw(chunk);
      }
    },
    { rootMargin: '1200px 0px' },
  );

  /** @param {Document | null} document */
  const show = (document) => {
    near.disconnect();
    segments = document ? segmentsOf(document.lookup.facts, document.text.length) : [];
    chunks = document ? chunksOf(linesOf(document), document.text) : [];
    sheet.replaceChildren(...chunks.map(({ element }) => element));
    sheet.scrollTop = 0;
    for (const chunk of chunks) {
      chunkOf.set(chunk.element, chunk);
      near.observe(chunk.element);
    }
  };

  /** Scrolls to where a fact begins. @param {string} key */
  const reveal = (key) => {
    const fact = store.get().document?.lookup.byKey.get(key);
    const chunk = fact && chunks.find(({ lines }) => fact.start < (lines.at(-1)?.next ?? 0));
    if (!chunk) return;
    draw(chunk);
    const mark = chunk.element.querySelector(`[data-fact~="${key}"]`);
    mark?.scrollIntoView({ block: 'center' });
  };

  sheet.addEventListener('click', (event) => {
    const mark = event.target instanceof Element ? event.target.closest('[data-fact]') : null;
    if (!mark || String(getSelection() ?? '') !== '') return;
    store.select(nextOf(factsOf(mark), store.get().selected), 'source');
  });
  sheet.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const { document, selected } = store.get();
    if (!step || !document || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { facts, byKey } = document.lookup;
    const at = selected ? facts.indexOf(/** @type {any} */ (byKey.get(selected))) : step > 0 ? -1 : facts.length;
    const next = facts[at + step];
    if (next) (store.select(next.key, 'source'), reveal(next.key));
  });
  window.addEventListener('beforeprint', () => chunks.forEach(draw));

  store.subscribe((state, changed) => {
    if (changed.has('document')) show(state.document);
    const chosen = state.selected && state.origin !== 'source';
    if (chosen && (changed.has('selected') || changed.has('document') || (changed.has('view') && state.view === 'source'))) {
      reveal(/** @type {string} */ (state.selected));
    }
    if (changed.has('lang')) drawLegend();
  });
  drawLegend();
}

/** @param {Element} mark @returns {string[]} the longest fact first */
const factsOf = (mark) => (mark.getAttribute('data-fact') ?? '').split(' ');

/** The shortest fact of a place; each further click goes on to the next longer one. @param {string[]} keys @param {string | null} selected */
function nextOf(keys, selected) {
  const at = selected === null ? -1 : keys.indexOf(selected);
  return keys.at(at <= 0 ? -1 : at - 1) ?? null;
}

/** @param {Document} document @returns {Line[]} */
function linesOf({ text, notice }) {
  /** @type {Line[]} */
  const lines = [];
  let block = 0;
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/gu)) {
    const [whole] = match;
    if (whole === '') break;
    while (block + 1 < notice.blocks.length && notice.blocks[block].span[1] <= match.index) block += 1;
    const end = match.index + whole.replace(/[\r\n]+$/u, '').length;
    const next = match.index + whole.length;
    lines.push({ number: lines.length + 1, start: match.index, end, next, kind: notice.blocks[block]?.kind ?? 'prose' });
  }
  return lines;
}

/** @param {Line[]} lines @param {string} text @returns {Chunk[]} with their plain text, until they are drawn */
function chunksOf(lines, text) {
  const chunks = [];
  for (let at = 0; at < lines.length; at += CHUNK_LINES) {
    const some = lines.slice(at, at + CHUNK_LINES);
    const plain = text.slice(some[0].start, some[some.length - 1].end);
    chunks.push({ element: el('div', { class: 'chunk' }, ...visible(plain)), lines: some, drawn: false });
  }
  return chunks;
}

/** @param {string} text @param {Line} line @param {Segment[]} segments */
function drawLine(text, line, segments) {
  const pieces = segmentsIn(segments, line.start, line.end).map(({ start, end, facts }) => {
    const words = visible(text.slice(start, end));
    if (facts.length === 0) return el('span', {}, ...words);
    const kinds = [...new Set(facts.map(({ kind }) => `k-${kind}`))];
    return el('span', { class: kinds.join(' '), 'data-fact': facts.map(({ key }) => key).join(' ') }, ...words);
  });
  return el('div', { class: `line b-${line.kind}`, 'data-line': line.number }, ...pieces, drawBreak(line, segments));
}

/** Nobody sees a line break; one that is doubtful gets a sign. @param {Line} line @param {Segment[]} segments */
function drawBreak(line, segments) {
  const facts = new Set(segmentsIn(segments, line.end, line.next).flatMap((segment) => segment.facts));
  const doubts = [...facts].filter(({ key, start }) => key.startsWith('diagnostic:') && start >= line.end);
  if (doubts.length === 0) return null;
  return el('span', { class: `break k-${doubts[0].kind}`, 'data-fact': doubts.map(({ key }) => key).join(' ') }, '↵');
}

function drawLegend() {
  const kinds = /** @type {const} */ (['official', 'lead', 'participant', 'target', 'convention', 'doubt']);
  byId('legend').replaceChildren(...kinds.map((kind) => el('li', {}, el('span', { class: `k-${kind}` }, t(`fact_${kind}`)))));
}
