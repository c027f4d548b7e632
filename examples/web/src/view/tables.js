/** The tables: sorted by a click on a column, handed out as CSV and JSON. */

import { toCsv } from 'fenjie/worker';
import { t } from '../i18n/index.js';
import { download, fileName } from '../io/download.js';
import { shownOf } from '../model/filter.js';
import { sorted, tableOf, TABLES } from '../model/tables.js';
import { byId, el, quoted } from './dom.js';
import { moreButton, PAGE } from './more.js';

/** @typedef {import('../types.js').Document} Document */
/** @typedef {import('../model/tables.js').Table} Table */
/** @typedef {import('../model/tables.js').Row} Row */
/** @typedef {{ column: number, descending: boolean } | null} Order */

/** @param {import('../state.js').Store} store */
export function mountTables(store) {
  const panel = byId('panel-tables');
  /** @type {Order} */
  let order = null;
  let most = PAGE;

  const draw = () => {
    const { document, filters, view, table: name } = store.get();
    if (!document || view !== 'tables') return;
    const table = tableOf(name, document, shownOf(document, filters));
    const rows = order ? sorted(table, order.column, order.descending) : table.rows;
    const title = t(`table_${name}`);
    const more = () => ((most += PAGE), draw());
    panel.replaceChildren(
      el('div', { class: 'tools' }, choices(), exports(document, title, table, rows)),
      rows.length === 0 ? el('p', { class: 'empty' }, t('empty_table')) : drawTable(title, table, rows.slice(0, most), order, sortBy),
      moreButton(rows.length - most, more) ?? '',
    );
  };

  /** @param {number} column */
  const sortBy = (column) => {
    order = { column, descending: order?.column === column && !order.descending };
    draw();
    /** @type {HTMLElement | null} */ (panel.querySelector(`[data-column="${column}"]`))?.focus();
  };

  const choices = () =>
    el(
      'div',
      { class: 'segments', role: 'group', 'aria-label': t('table') },
      ...TABLES.map((name) =>
        el(
          'button',
          { type: 'button', 'aria-pressed': String(name === store.get().table), onclick: () => choose(name), 'data-table': name },
          t(`table_${name}`),
        ),
      ),
    );

  /** @param {import('../types.js').TableName} name */
  const choose = (name) => {
    order = null;
    most = PAGE;
    store.set({ table: name });
    /** @type {HTMLElement | null} */ (panel.querySelector(`[data-table=${name}]`))?.focus();
  };

  store.subscribe((_, changed) => {
    if (changed.has('document')) order = null;
    if (changed.has('document') || changed.has('filters')) most = PAGE;
    if (['document', 'filters', 'lang', 'view', 'table'].some((field) => changed.has(/** @type {any} */ (field)))) draw();
  });
}

/** @param {Document} document @param {string} title @param {Table} table @param {Row[]} rows */
function exports(document, title, { columns }, rows) {
  const name = fileName(document.notice.header.title ?? document.name) || t('copied_name');
  const csv = () => {
    const heads = columns.map(({ key }) => t(key));
    const named = rows.map(({ cells }) => Object.fromEntries(heads.map((head, at) => [head, cells[at]])));
    download(`${name} ${title}.csv`, 'text/csv;charset=utf-8', toCsv(named, { columns: heads }));
  };
  const json = () => download(`${name}.json`, 'application/json', `${JSON.stringify(document.notice, null, 2)}\n`);
  /** @param {import('../i18n/index.js').Key} key @param {() => void} act */
  const button = (key, act) => el('button', { type: 'button', class: 'button', onclick: act, id: key.replace('_', '-') }, t(key));
  return el('div', { class: 'exports' }, button('export_csv', csv), button('export_json', json), button('print', () => print()));
}

/** @param {string} title @param {Table} table @param {Row[]} rows @param {Order} order @param {(column: number) => void} sortBy */
function drawTable(title, { columns, sums }, rows, order, sortBy) {
  // A column without a word in it says nothing.
  const used = [...columns.keys()].filter((at) => at === 0 || rows.some(({ cells }) => cells[at] !== ''));
  const heads = used.map((at) => {
    const { key, kind } = columns[at];
    const direction = order?.column !== at ? 'none' : order.descending ? 'descending' : 'ascending';
    return el(
      'th',
      { scope: 'col', 'aria-sort': direction, class: kind },
      el('button', { type: 'button', onclick: () => sortBy(at), 'data-column': at }, t(key)),
    );
  });
  return el(
    'div',
    { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': title },
    el(
      'table',
      {},
      el('caption', { class: 'visually-hidden' }, title),
      el('thead', {}, el('tr', {}, ...heads)),
      el('tbody', {}, ...rows.map((row) => drawRow(columns, used, row))),
      sums ? el('tfoot', {}, el('tr', {}, ...used.map((at) => el('td', { class: columns[at].kind }, grouped(sums[at]))))) : null,
    ),
  );
}

/** @param {Table['columns']} columns @param {number[]} used @param {Row} row */
function drawRow(columns, used, { fact, cells, wrong }) {
  /** @param {number} at */
  const word = (at) => ({ figure: grouped, words: String, text: quoted, short: quoted })[columns[at].kind](cells[at]);
  const isPlaced = !fact.startsWith('unit:');
  return el(
    'tr',
    { 'data-fact': fact, class: wrong ? 'wrong' : null },
    ...used.map((at) =>
      el(
        'td',
        { class: columns[at].kind },
        at === 0 && isPlaced ? el('button', { type: 'button', class: 'in-table', 'data-select': fact }, cells[0] ? word(0) : '·') : word(at),
      ),
    ),
  );
}

/** All digits of a figure, in groups of three. @param {string} figure */
function grouped(figure) {
  if (!/^-?\d+(\.\d+)?$/.test(figure)) return figure;
  const [whole, fraction] = figure.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return fraction ? `${groups}.${fraction}` : groups;
}
