/** The selected fact in words: what it is and what told so. */

import { sectionsOf } from 'fenjie/worker';
import { spoken, t, term } from '../i18n/index.js';
import { splitKey } from '../model/facts.js';
import { placeWords } from '../model/places.js';
import { byId, el, quoted, visible } from './dom.js';
import { taskOf } from './list.js';
import { demand, doubtWords, figure, officialName } from './words.js';

/** @typedef {import('../types.js').Document} Document */
/** @typedef {import('./dom.js').Child} Child */

/** @param {import('../state.js').Store} store */
export function mountDetail(store) {
  store.subscribe((state, changed) => {
    if (!['selected', 'document', 'lang', 'view'].some((field) => changed.has(/** @type {any} */ (field)))) return;
    const fact = state.selected ? state.document?.lookup.byKey.get(state.selected) : null;
    byId('detail').classList.toggle('is-empty', !fact);
    // The words are told as they change; the buttons stand outside, so that they are not told with them.
    const [said, buttons] = [byId('detail-said'), byId('detail-actions')];
    if (!fact || !state.document) {
      said.replaceChildren(el('p', { class: 'nothing' }, t('nothing_selected')));
      return buttons.replaceChildren();
    }
    said.replaceChildren(
      el('span', { class: `tag k-${fact.kind}` }, t(`fact_${fact.kind}`)),
      el('div', { class: 'detail-words' }, ...describe(state.document, fact.key)),
    );
    buttons.replaceChildren(...actions(store, state.document, fact.key));
  });
}

/** @param {Document} document @param {string} key @returns {Child[]} */
function describe({ notice, text: source, contents, explanations }, key) {
  const [table, row] = splitKey(key);
  /** @param {...Child} aside */
  const also = (...aside) => el('p', { class: 'aside' }, ...aside);
  /** @param {readonly [number, number] | null} ground */
  const told = (ground) => (ground ? also(t('ground'), ' ', quoted(source.slice(...ground))) : null);
  switch (table) {
    case 'task': {
      const { number, title, text } = notice.tasks[row];
      const sections = sectionsOf(notice, notice.tasks[row]).reverse();
      const names = sections.map((section) => [section.number, section.title].filter(Boolean).join(' '));
      return [
        el('p', {}, quoted([number, title, text].filter(Boolean).join(' ').slice(0, 160))),
        names.length > 0 ? also(t('section'), ' ', quoted(names.join(' › '))) : null,
      ];
    }
    case 'official': {
      const { name, post, duty, ground } = notice.officials[row];
      return [
        el('p', {}, el('b', {}, quoted(name ?? post ?? '')), ' ', quoted([name && post, duty].filter(Boolean).join(' · '))),
        told(ground),
      ];
    }
    case 'assignment': {
      const { unit, role, basis, implied, quote, ground } = notice.assignments[row];
      const { name } = notice.units[unit];
      return [
        el('p', {}, el('b', {}, quoted(name)), quote === name ? null : el('span', { class: 'aside' }, ' ← ', quoted(quote))),
        also(t(role), ' · ', t(`basis_${basis}`), implied ? ` · ${t('implied')}` : null),
        told(ground),
      ];
    }
    case 'target': {
      const target = notice.targets[row];
      const { date, text, inferred } = target.due;
      return [
        el('p', {}, el('b', {}, quoted(target.indicator)), ' ', quoted(demand(target))),
        date || text ? also(t('due'), ' ', text ? quoted(text) : null, text && date ? ' → ' : null, date, inferred ? ` · ${t('due_inferred')}` : null) : null,
        told(target.ground),
      ];
    }
    case 'allocation': {
      const { text, item, region, value, state, measure, total } = notice.allocations[row];
      return [
        el('p', {}, el('b', {}, quoted(region)), ' ', value === null ? term('state', state) : figure(value), ' ', quoted(measure ?? '')),
        also(quoted([text, item].filter(Boolean).join(' · ')), total ? ` · ${t('col_total')} ${figure(total)}` : null),
      ];
    }
    case 'diagnostic': {
      const diagnostic = notice.diagnostics[row];
      const explanation = explanations.get(diagnostic.code);
      const words = spoken() === 'zh' ? explanation?.text_zh : explanation?.text;
      const stands = placeWords(contents, diagnostic.span);
      return [
        el('p', {}, el('b', {}, el('bdi', {}, ...visible(doubtWords(diagnostic))))),
        stands ? also(quoted(stands)) : null,
        words ? also(words) : null,
      ];
    }
    case 'convention':
      return [el('p', {}, quoted(notice.conventions[row].quote))];
    default:
      return [el('p', {}, quoted(notice.header.document_number?.text ?? ''))];
  }
}

/** @param {import('../state.js').Store} store @param {Document} document @param {string} key */
function actions(store, document, key) {
  const [table, row] = splitKey(key);
  /** @param {string} words @param {() => void} act @param {string} [only] */
  const button = (words, act, only = '') => el('button', { type: 'button', class: `button quiet ${only}`, onclick: act }, words);
  const { view } = store.get();
  const buttons = [];
  if (table === 'assignment') {
    const { unit } = document.notice.assignments[row];
    buttons.push(button(`${t('filters')}：${document.notice.units[unit].name}`, () => store.filter({ unit, role: 'any' })));
  }
  if (table === 'official') {
    const name = officialName(document.notice.officials[row]);
    buttons.push(button(`${t('filters')}：${name}`, () => store.filter({ official: row })));
  }
  if (view !== 'source') buttons.push(button(t('show_source'), () => store.set({ view: 'source', origin: 'detail' }), 'narrow-only'));
  if (view !== 'tasks' && taskOf(document, key) !== null) {
    buttons.push(button(t('show_list'), () => store.set({ view: 'tasks', origin: 'detail' })));
  }
  buttons.push(button(t('close'), () => store.select(null, 'detail'), 'narrow-only'));
  return buttons;
}
