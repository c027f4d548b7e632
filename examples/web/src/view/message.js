/** What the page has to tell: that it reads, what went wrong, how a file was decoded. */

import { t } from '../i18n/index.js';
import { byId, el, visible } from './dom.js';

/** @param {import('../state.js').Store} store */
export function mountMessage(store) {
  const [status, failure] = [byId('message'), byId('failure')];
  store.subscribe(({ busy, message }, changed) => {
    if (!changed.has('busy') && !changed.has('message') && !changed.has('lang')) return;
    byId('main').setAttribute('aria-busy', String(busy));
    const words = busy ? working() : message ? said(message, () => store.set({ message: null })) : [];
    const isBad = !busy && message?.bad;
    status.replaceChildren(...(isBad ? [] : words));
    failure.replaceChildren(...(isBad ? words : []));
  });
}

const working = () => [
  el('span', { class: 'spinner', 'aria-hidden': 'true' }),
  el('span', {}, t('reading')),
  el('button', { type: 'button', class: 'button quiet', 'data-cancel': true }, t('cancel')),
];

/** @param {import('../types.js').Message} message @param {() => void} close */
const said = ({ key, values }, close) => [
  el('bdi', {}, ...visible(t(key, values))),
  el('button', { type: 'button', class: 'button quiet', onclick: close }, t('close')),
];
