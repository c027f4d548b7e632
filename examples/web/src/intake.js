/** How a notice comes in: from the menu, a file, the clipboard, or dropped on the page. */

import { fromHash } from './hash.js';
import { spoken, t } from './i18n/index.js';
import { FileError, inOrder, inWords, readText, refuseEmpty, refuseLargeFiles } from './io/file.js';
import { explanations, read, readFiles } from './io/parser.js';
import { lookupOf } from './model/lookup.js';
import { sampleText, SAMPLES } from './samples.js';
import { noFilters } from './state.js';
import { byId, el } from './view/dom.js';

/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').Contents} Contents */
/** @typedef {Partial<Pick<import('./types.js').State, 'sample' | 'view' | 'filters' | 'selected' | 'table' | 'message'>>} Arrival */

/** @param {import('./state.js').Store} store @param {ReturnType<typeof fromHash>} asked */
export function mountIntake(store, asked) {
  let reading = new AbortController();

  /** Reads a notice; what was read before stays until it is done. @param {string} name @param {(signal: AbortSignal) => Promise<Coming>} come */
  const take = async (name, come) => {
    reading.abort();
    const { signal } = (reading = new AbortController());
    store.set({ busy: true, message: null });
    try {
      const { parse, ...arrival } = await come(signal);
      const start = performance.now();
      const known = await explanations();
      const begin = performance.now();
      const { text, notice, contents } = await parse(signal);
      const end = performance.now();
      const document = { name, text, notice, contents, lookup: lookupOf(notice, text), explanations: known, milliseconds: end - begin };
      store.set({ sample: null, origin: '', ...fitting(arrival, document), document, busy: false });
      report({ 'fenjie-start': [start, begin], 'fenjie-read': [begin, end], 'fenjie-draw': [end, performance.now()] });
    } catch (error) {
      if (signal.aborted) return;
      store.set({ busy: false, message: saidOf(error) });
    }
  };

  /** @param {string} id @param {Arrival} [arrival] */
  const takeSample = (id, arrival = {}) =>
    take(titleOf(id), async () => {
      try {
        return { ...fromText(await sampleText(id)), ...arrival, sample: id };
      } catch (error) {
        throw new FileError({ key: 'bad_sample', values: { reason: String(error) } });
      }
    });
  /** @param {string} text */
  const takePasted = (text) => take(t('pasted'), async () => fromText(readText(text, t('pasted'))));
  /** @param {readonly File[]} files */
  const takeFiles = (files) => {
    const name = inOrder(files).map((file) => file.name).join(' + ');
    if (files.length > 0) take(name, async () => (await refuseLargeFiles(files), fromFiles(inOrder(files), name)));
  };

  mountMenu(store, takeSample);
  mountFile(takeFiles);
  mountDrop(takeFiles, takePasted);
  mountPaste(takeFiles, takePasted);
  byId('message').addEventListener('click', ({ target }) => {
    if (!(target instanceof Element && target.closest('[data-cancel]'))) return;
    reading.abort();
    store.set({ busy: false, message: { key: 'cancelled' } });
  });
  window.addEventListener('hashchange', () => {
    const { sample, ...rest } = fromHash(location.hash);
    const { document, sample: shown } = store.get();
    if (sample !== null && sample !== shown) takeSample(sample, rest);
    else if (document) store.set({ ...fitting(rest, document), origin: 'address' });
  });
  // Without a sample the address is of a reader's own notice, which is gone: what was chosen there means nothing here.
  if (asked.sample === null) takeSample(SAMPLES[0].id);
  else takeSample(asked.sample, asked);
}

/** @typedef {{ text: string, notice: import('./types.js').Notice, contents: Contents | null }} Parsed */
/** @typedef {{ parse: (signal: AbortSignal) => Promise<Parsed> } & Arrival} Coming what comes in, and how it is read */

/** @param {string} text @returns {Coming} */
const fromText = (text) => ({ parse: async (signal) => ({ text, notice: await read(text, signal), contents: null }) });

/** @param {readonly File[]} files @param {string} name @returns {Coming} */
const fromFiles = (files, name) => ({
  parse: async (signal) => {
    try {
      const { document: contents, ...notice } = await readFiles(files, signal);
      refuseEmpty(contents.text, name);
      return { text: contents.text, notice, contents };
    } catch (error) {
      throw inWords(error);
    }
  },
});

/** The browser's profiler shows these, and a test prints them. @param {Record<string, [number, number]>} times */
function report(times) {
  performance.clearMeasures();
  for (const [name, [start, end]] of Object.entries(times)) performance.measure(name, { start, end });
}

/** What an address asks for may not be there in this notice. @param {Arrival} arrival @param {import('./types.js').Document} document */
function fitting(arrival, { notice, lookup }) {
  const { filters = noFilters(), selected = null } = arrival;
  return {
    ...arrival,
    selected: selected !== null && lookup.byKey.has(selected) ? selected : null,
    filters: {
      ...filters,
      official: filters.official !== null && filters.official < notice.officials.length ? filters.official : null,
      unit: filters.unit !== null && filters.unit < notice.units.length ? filters.unit : null,
    },
  };
}

/** @param {unknown} error @returns {Message} */
const saidOf = (error) =>
  error instanceof FileError
    ? error.said
    : { key: 'bad_parse', values: { reason: error instanceof Error ? error.message : String(error) }, bad: true };

/** @param {string} id */
const titleOf = (id) => SAMPLES.find((sample) => sample.id === id)?.[spoken()] ?? id;

/** @param {import('./state.js').Store} store @param {(id: string) => void} takeSample */
function mountMenu(store, takeSample) {
  const menu = /** @type {HTMLSelectElement} */ (byId('sample'));
  const draw = () => {
    const { sample, document, lang } = store.get();
    const mine = document && sample === null ? [el('option', { value: '' }, t('sample_none'))] : [];
    menu.replaceChildren(...mine, ...SAMPLES.map((one) => el('option', { value: one.id }, one[lang])));
    menu.value = sample ?? (mine.length > 0 ? '' : SAMPLES[0].id);
  };
  menu.addEventListener('change', () => menu.value && takeSample(menu.value));
  store.subscribe((_, changed) => (changed.has('sample') || changed.has('lang') || changed.has('document')) && draw());
  draw();
}

/** @param {(files: readonly File[]) => void} takeFiles */
function mountFile(takeFiles) {
  const input = /** @type {HTMLInputElement} */ (byId('file'));
  byId('open').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    takeFiles([...(input.files ?? [])]);
    input.value = ''; // so that the same file can be opened again
  });
}

/** @param {(files: readonly File[]) => void} takeFiles @param {(text: string) => void} takeText */
function mountDrop(takeFiles, takeText) {
  const sign = byId('drop');
  let depth = 0;
  /** @param {number} now */
  const show = (now) => {
    depth = now;
    sign.hidden = depth <= 0;
  };
  /** @param {DragEvent} event */
  const isOurs = ({ dataTransfer, target }) =>
    dataTransfer?.types.includes('Files') || (dataTransfer?.types.includes('text/plain') && !isForField(target));
  document.addEventListener('dragenter', (event) => isOurs(event) && show(depth + 1));
  document.addEventListener('dragleave', (event) => isOurs(event) && show(depth - 1));
  document.addEventListener('dragover', (event) => isOurs(event) && event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    show(0);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) takeFiles(files);
    else takeText(event.dataTransfer?.getData('text/plain') ?? '');
  });
}

/** @param {(files: readonly File[]) => void} takeFiles @param {(text: string) => void} takeText */
function mountPaste(takeFiles, takeText) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('paste-dialog'));
  const field = /** @type {HTMLTextAreaElement} */ (byId('paste-text'));
  byId('paste').addEventListener('click', () => {
    field.value = '';
    dialog.showModal();
    field.focus();
  });
  byId('paste-cancel').addEventListener('click', () => dialog.close());
  byId('paste-read').addEventListener('click', () => {
    dialog.close();
    takeText(field.value);
  });
  // Also straight onto the page, where no field takes it.
  document.addEventListener('paste', (event) => {
    if (isForField(event.target)) return;
    event.preventDefault();
    const { clipboardData } = event;
    const text = clipboardData?.getData('text/plain') ?? '';
    const page = clipboardData?.getData('text/html') ?? '';
    const files = [...(clipboardData?.files ?? [])];
    // Programs hand out a picture of what was copied as well, so that words come first; and of a table only the page of it
    // says which cells go over several rows.
    if (/<table\b/i.test(page)) takeFiles([new File([page], t('pasted'), { type: 'text/html' })]);
    else if (text === '' && files.length > 0) takeFiles(files);
    else takeText(text);
  });
}

/** Whether words that come in there are for a field, or for the dialog, and no notice. @param {EventTarget | null} target */
function isForField(target) {
  const place = target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
  return Boolean(place?.closest('input[type=search], textarea, dialog'));
}
