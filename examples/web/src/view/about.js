/** The head of the notice: what it says of itself. */

import { bytes } from '../io/file.js';
import { spoken, t, term } from '../i18n/index.js';
import { byId, el, quoted } from './dom.js';

/** @param {import('../state.js').Store} store */
export function mountAbout(store) {
  store.subscribe((state, changed) => {
    if (changed.has('document') || changed.has('lang')) draw(state);
  });
}

/** @param {import('../types.js').State} state */
function draw({ document }) {
  const about = byId('about');
  if (!document) return about.replaceChildren(el('h1', { id: 'title', class: 'title' }, t('tagline')));
  const { header, kind } = document.notice;
  window.document.title = `${header.title ?? document.name} · ${t('brand')}`;
  /** @type {[string, string | null | undefined][]} */
  const facts = [
    [t('document_number'), header.document_number?.text],
    [t('issuer'), header.issuer],
    [t('issued'), header.issued],
    [t('session'), header.session?.text],
    [t('addressees'), header.addressees],
  ];
  const size = bytes(new Blob([document.text]).size);
  about.replaceChildren(
    el('p', { class: `kind kind-${kind}` }, term('kind', kind)),
    el('h1', { id: 'title', class: 'title' }, quoted(header.title ?? document.name)),
    el('dl', { class: 'header-facts' }, ...facts.flatMap(([name, value]) => (value ? [fact(name, value)] : []))),
    el('p', { class: 'took' }, t('parsed_in', { size, ms: milliseconds(document.milliseconds) }), ' · ', t('evidence', evidenceOf(document.notice))),
  );
}

/** How many words that facts are made of are in facts, of those that are not set aside for a reason. @param {import('../types.js').Notice} notice */
function evidenceOf({ evidence }) {
  const counts = Object.values(evidence);
  const read = counts.reduce((sum, count) => sum + count.read, 0);
  return { read, all: counts.reduce((sum, count) => sum + count.unread, read) };
}

/** @param {string} name @param {string} value */
const fact = (name, value) => el('div', {}, el('dt', {}, name), el('dd', {}, quoted(value)));

/** @param {number} time */
const milliseconds = (time) => time.toLocaleString(spoken(), { maximumFractionDigits: time < 10 ? 1 : 0 });
