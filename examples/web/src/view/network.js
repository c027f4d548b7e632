/** The picture of who works with whom, and the same as a table. */

import { t } from '../i18n/index.js';
import { shownOf } from '../model/filter.js';
import { networkOf } from '../model/network.js';
import { byId, el, quoted, svg, visible } from './dom.js';
import { place } from './layout.js';
import { moreButton, PAGE } from './more.js';
import { WIDE } from './tabs.js';

/** @typedef {import('../model/network.js').Network} Network */
/** @typedef {import('../model/network.js').Node} Node */
/** @typedef {import('./layout.js').Placed} Placed */

/** @param {import('../state.js').Store} store */
export function mountNetwork(store) {
  const panel = byId('panel-network');
  const shows = { officials: true, units: true };
  let width = 0;
  let most = PAGE;

  const draw = () => {
    const { document, filters, view } = store.get();
    if (!document || view !== 'network') return;
    width = Math.max(280, panel.clientWidth - 32);
    const all = networkOf(document, shownOf(document, filters), width < 500 ? 24 : 40);
    const network = chosen(all, shows);
    const hasOfficials = all.nodes.some((node) => node.kind === 'official');
    panel.replaceChildren(
      el('h2', { class: 'view-title' }, t('network_title')),
      el('p', { class: 'hint' }, t('network_hint')),
      el('div', { class: 'tools' }, choice('units', 'network_units'), hasOfficials ? choice('officials', 'network_officials') : ''),
      network.nodes.length === 0
        ? el('p', { class: 'empty' }, t('network_none'))
        : picture(network, width, heightFor(network.nodes.length), filters, pick),
      ...cuts(all.leftOut),
      alternative(network, most, () => ((most += PAGE), draw())),
    );
  };

  /** As high as the view, where that is enough for so many nodes. @param {number} nodes */
  const heightFor = (nodes) =>
    Math.max(matchMedia(WIDE).matches ? panel.clientHeight - 150 : 0, 300 + nodes * (width < 500 ? 12 : 4), 380);

  /** @param {'officials' | 'units'} kind @param {import('../i18n/index.js').Key} words */
  const choice = (kind, words) =>
    el(
      'label',
      { class: 'check' },
      el('input', { type: 'checkbox', checked: shows[kind], onchange: () => ((shows[kind] = !shows[kind]), draw()) }),
      el('span', {}, t(words)),
    );

  /** Shows the tasks of one node alone, or of all again. @param {Node} node */
  const pick = (node) => {
    const { filters } = store.get();
    const field = node.kind;
    store.filter({ [field]: filters[field] === node.row ? null : node.row });
    /** @type {SVGElement | null} */ (panel.querySelector(`[data-node="${node.key}"]`))?.focus();
  };

  new ResizeObserver(() => {
    if (Math.abs(panel.clientWidth - 32 - width) > 8) draw();
  }).observe(panel);
  panel.addEventListener('pointerover', (event) => spotlight(panel, event.target));
  panel.addEventListener('focusin', (event) => spotlight(panel, event.target));
  panel.addEventListener('keydown', (event) => walk(event, panel));
  store.subscribe((_, changed) => {
    if (changed.has('document')) most = PAGE;
    if (['document', 'filters', 'lang', 'view'].some((field) => changed.has(/** @type {any} */ (field)))) draw();
  });
}

/** What is too much for a picture is left out of it, and said. @param {Network['leftOut']} leftOut */
const cuts = ({ unit, official }) => [
  unit > 0 ? el('p', { class: 'hint' }, t('network_cut', { n: unit })) : '',
  official > 0 ? el('p', { class: 'hint' }, t('network_cut_officials', { n: official })) : '',
];

/** @param {Network} network @param {{ officials: boolean, units: boolean }} shows @returns {Network} */
function chosen({ nodes, links, leftOut }, shows) {
  return {
    nodes: nodes.filter((node) => shows.officials || node.kind === 'unit'),
    links: links.filter((link) => (link.kind === 'shared' ? shows.units : shows.officials)),
    leftOut,
  };
}

/**
 * @param {Network} network
 * @param {number} width
 * @param {number} height
 * @param {import('../types.js').Filters} filters
 * @param {(node: Node) => void} pick
 */
function picture(network, width, height, filters, pick) {
  const placed = place(network, width, height);
  const officials = network.nodes.filter((node) => node.kind === 'official').length;
  const label = t('network_label', { units: network.nodes.length - officials, officials, links: network.links.length });
  return svg(
    'svg',
    { class: 'network', viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': label },
    svg('g', { 'aria-hidden': 'true' }, ...network.links.map((link) => drawLink(link, placed))),
    ...[...placed.values()].map((node, at) => drawNode(node, at === 0, filters[node.kind] === node.row, pick)),
  );
}

/** @param {import('../model/network.js').Link} link @param {Map<string, Placed>} placed */
function drawLink({ source, target, kind, tasks }, placed) {
  const [from, to] = [placed.get(source), placed.get(target)];
  return svg('line', {
    class: `link ${kind}`,
    x1: from?.x.toFixed(1),
    y1: from?.y.toFixed(1),
    x2: to?.x.toFixed(1),
    y2: to?.y.toFixed(1),
    'stroke-width': Math.min(6, 0.6 + tasks.length * 0.7),
    'data-ends': `${source} ${target}`,
  });
}

/** @param {Placed} node @param {boolean} first @param {boolean} pressed @param {(node: Node) => void} pick */
function drawNode(node, first, pressed, pick) {
  const { key, kind, radius, name, tasks } = node;
  return svg(
    'g',
    {
      class: `node ${kind} ${node.group ? 'many' : ''}`,
      transform: `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`,
      role: 'button',
      tabindex: first ? 0 : -1,
      'aria-label': t(kind === 'unit' ? 'node_unit' : 'node_official', { name, n: tasks }),
      'aria-pressed': String(pressed),
      'data-node': key,
      onclick: () => pick(node),
    },
    svg('title', {}, ...visible(`${name} · ${tasks}`)),
    kind === 'unit'
      ? svg('circle', { r: radius.toFixed(1) })
      : svg('rect', { x: -radius, y: -radius, width: 2 * radius, height: 2 * radius, rx: 3 }),
    svg('text', { y: (radius + 13).toFixed(1), 'text-anchor': 'middle', lang: 'zh-CN' }, ...visibleInPicture(node.label)),
  );
}

/** A picture has no `span`; what is hidden is told there by its absence. @param {string} text */
const visibleInPicture = (text) => visible(text).map((piece) => (piece instanceof Node ? piece.textContent : piece));

/** Dims what has nothing to do with a node. @param {HTMLElement} panel @param {EventTarget | null} target */
function spotlight(panel, target) {
  const key = target instanceof Element ? target.closest('[data-node]')?.getAttribute('data-node') : null;
  const picture = panel.querySelector('.network');
  if (!picture) return;
  picture.classList.toggle('is-lit', Boolean(key));
  const friends = new Set(key ? [key] : []);
  for (const link of picture.querySelectorAll('.link')) {
    const ends = (link.getAttribute('data-ends') ?? '').split(' ');
    const lit = Boolean(key) && ends.includes(/** @type {string} */ (key));
    link.classList.toggle('lit', lit);
    if (lit) ends.forEach((end) => friends.add(end));
  }
  for (const node of picture.querySelectorAll('.node')) node.classList.toggle('lit', friends.has(node.getAttribute('data-node') ?? ''));
}

/** Arrow keys go from node to node, Enter and the space bar choose one. @param {KeyboardEvent} event @param {HTMLElement} panel */
function walk(event, panel) {
  const nodes = /** @type {SVGElement[]} */ ([...panel.querySelectorAll('[data-node]')]);
  const at = nodes.findIndex((node) => node === document.activeElement);
  if (at < 0) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    nodes[at].dispatchEvent(new MouseEvent('click', { bubbles: true }));
    return;
  }
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  nodes[at].tabIndex = -1;
  const next = nodes.at(to % nodes.length);
  if (!next) return;
  next.tabIndex = 0;
  next.focus();
}

/** @param {Network} network @param {number} most @param {() => void} more */
function alternative({ nodes, links }, most, more) {
  const names = new Map(nodes.map((node) => [node.key, node.name]));
  const sorted = [...links].sort((a, b) => b.tasks.length - a.tasks.length);
  /** @param {import('../i18n/index.js').Key[]} keys */
  const head = (keys) => el('tr', {}, ...keys.map((key) => el('th', { scope: 'col' }, t(key))));
  return el(
    'details',
    { class: 'alternative', open: most > PAGE },
    el('summary', {}, t('network_table')),
    el(
      'div',
      { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': t('network_table') },
      el(
        'table',
        {},
        el('thead', {}, head(['from', 'to', 'relation', 'col_tasks'])),
        el(
          'tbody',
          {},
          ...sorted.slice(0, most).map(({ source, target, kind, tasks }) =>
            el(
              'tr',
              {},
              el('td', {}, quoted(names.get(source) ?? '')),
              el('td', {}, quoted(names.get(target) ?? '')),
              el('td', {}, t(kind === 'shared' ? 'link_shared' : 'link_leads')),
              el('td', { class: 'figure' }, String(tasks.length)),
            ),
          ),
        ),
      ),
    ),
    moreButton(sorted.length - most, more) ?? '',
  );
}
