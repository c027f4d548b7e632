/** The diagnostics: what was doubtful, where, and what that means. */

import { spoken, t, term } from '../i18n/index.js';
import { shownOf } from '../model/filter.js';
import { placeWords } from '../model/places.js';
import { byId, el, quoted, visible } from './dom.js';
import { moreButton, PAGE } from './more.js';
import { doubtWords } from './words.js';

/** @typedef {import('../types.js').State} State */

/** @param {import('../state.js').Store} store */
export function mountDoubts(store) {
  const panel = byId('panel-doubts');
  let most = PAGE;
  const draw = () => {
    const { document, filters } = store.get();
    if (!document) return panel.replaceChildren();
    const rows = shownOf(document, filters).doubts;
    const more = () => ((most += PAGE), draw());
    panel.replaceChildren(
      rows.length === 0 ? el('p', { class: 'empty' }, t('no_doubts')) : '',
      el('ul', { class: 'doubts' }, ...rows.slice(0, most).map((row) => item(document, row))),
      moreButton(rows.length - most, more) ?? '',
    );
  };
  store.subscribe((state, changed) => {
    if (changed.has('document') || changed.has('filters')) most = PAGE;
    if (changed.has('selected') && state.document && state.selected?.startsWith('diagnostic:')) {
      const at = shownOf(state.document, state.filters).doubts.indexOf(Number(state.selected.split(':')[1]));
      if (at >= most) ((most = at + 1), draw());
    }
    if (changed.has('document') || changed.has('filters') || changed.has('lang')) draw();
  });
}

/** @param {import('../types.js').Document} document @param {number} row */
function item(document, row) {
  const diagnostic = document.notice.diagnostics[row];
  const explanation = document.explanations.get(diagnostic.code);
  const zh = spoken() === 'zh';
  const text = document.text.slice(...diagnostic.span);
  const stands = placeWords(document.contents, diagnostic.span);
  return el(
    'li',
    { class: `doubt-card ${diagnostic.severity}`, 'data-fact': `diagnostic:${row}` },
    el(
      'button',
      { type: 'button', class: 'doubt-what', 'data-select': `diagnostic:${row}` },
      el('span', { class: 'severity' }, term('severity', diagnostic.severity)),
      el('span', { class: 'doubt-words' }, el('bdi', {}, ...visible(doubtWords(diagnostic)))),
    ),
    stands ? el('p', { class: 'doubt-place' }, quoted(stands)) : null,
    text.trim() ? el('p', { class: 'doubt-quote' }, quoted(text.trim().slice(0, 120))) : null,
    !zh && diagnostic.help ? el('p', { class: 'doubt-help' }, ...visible(diagnostic.help)) : null,
    explanation
      ? el(
          'details',
          {},
          el('summary', {}, t('what_it_means'), el('code', {}, diagnostic.code)),
          el('p', {}, el('b', {}, zh ? explanation.title_zh : explanation.title)),
          el('p', {}, zh ? explanation.text_zh : explanation.text),
        )
      : null,
  );
}
