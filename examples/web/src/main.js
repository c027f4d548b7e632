/** Starts the page: every view on one store. */

import { fromHash, toHash } from './hash.js';
import { choose, LANG_TAGS, speak, t, translate } from './i18n/index.js';
import { keep, kept } from './io/settings.js';
import { mountIntake } from './intake.js';
import { createStore, noFilters } from './state.js';
import { mountAbout } from './view/about.js';
import { mountDetail } from './view/detail.js';
import { byId } from './view/dom.js';
import { mountDoubts } from './view/doubts.js';
import { mountFilters } from './view/filters.js';
import { mountFound } from './view/found.js';
import { mountKeys } from './view/keys.js';
import { mountLinking } from './view/linking.js';
import { mountList } from './view/list.js';
import { mountMessage } from './view/message.js';
import { mountNetwork } from './view/network.js';
import { mountSource } from './view/source.js';
import { mountTables } from './view/tables.js';
import { mountTabs } from './view/tabs.js';

/** @typedef {import('./types.js').Lang} Lang */
/** @typedef {import('./types.js').Theme} Theme */

const wanted = kept('lang');
/** @type {Lang} */
const lang = wanted === 'zh' || wanted === 'en' ? wanted : choose(navigator.languages);
const asked = fromHash(location.hash);

const store = createStore({
  document: null,
  sample: null,
  busy: false,
  message: null,
  view: asked.view,
  filters: noFilters(),
  selected: null,
  origin: '',
  table: asked.table,
  lang,
  theme: document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
});

// The words first, since every view speaks; the links between views last, since they light up what the views have drawn.
mountLanguage();
mountTheme();
mountMessage(store);
mountAbout(store);
mountTabs(store);
mountFilters(store);
mountList(store);
mountDoubts(store);
mountNetwork(store);
mountTables(store);
mountDetail(store);
/** @type {(root: ParentNode) => void} */
let light = () => {};
mountSource(store, (root) => light(root));
light = mountLinking(store);
mountFound(store);
mountKeys(store);
mountAddress();
mountIntake(store, asked);

function mountLanguage() {
  const apply = () => {
    const { lang: now } = store.get();
    speak(now);
    document.documentElement.lang = LANG_TAGS[now];
    byId('lang').lang = LANG_TAGS[now === 'zh' ? 'en' : 'zh'];
    document.title = t('page_title');
    translate(document);
  };
  byId('lang').addEventListener('click', () => store.set({ lang: store.get().lang === 'zh' ? 'en' : 'zh' }));
  store.subscribe((state, changed) => {
    if (!changed.has('lang')) return;
    keep('lang', state.lang);
    apply();
  });
  apply();
}

function mountTheme() {
  const apply = () => {
    const { theme } = store.get();
    document.documentElement.dataset.theme = theme;
    // The button says what it leads to.
    byId('theme').textContent = t(theme === 'dark' ? 'theme_light' : 'theme_dark');
  };
  byId('theme').addEventListener('click', () => {
    /** @type {Theme} */
    const theme = store.get().theme === 'dark' ? 'light' : 'dark';
    keep('theme', theme);
    store.set({ theme });
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
    if (kept('theme') === null) store.set({ theme: matches ? 'dark' : 'light' });
  });
  store.subscribe((_, changed) => (changed.has('theme') || changed.has('lang')) && apply());
  apply();
}

/** Keeps the address and what is shown alike. */
function mountAddress() {
  store.subscribe((state) => {
    if (!state.document || state.busy) return;
    const hash = toHash(state);
    if (hash !== location.hash.slice(1)) history.replaceState(null, '', `#${hash}`);
  });
}
