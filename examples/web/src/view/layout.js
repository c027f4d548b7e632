/** Where the nodes of the network stand. Always the same for the same network. */

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

/** @typedef {import('../model/network.js').Network} Network */
/** @typedef {import('../model/network.js').Node} Node */
/** @typedef {Node & { x: number, y: number, radius: number, label: string, links: number }} Placed */

/** Enough for the forces to come to rest. */
const STEPS = 260;
/** What a label may have, in full-width characters. */
const LABEL = 9;
/** Half a line of a label, and the space that it keeps. */
const LINE = 9;

/**
 * @param {Network} network
 * @param {number} width
 * @param {number} height
 * @returns {Map<string, Placed>}
 */
export function place({ nodes, links }, width, height) {
  const most = Math.max(1, ...nodes.map((node) => node.tasks));
  const degree = degrees(links);
  // Starting on a spiral makes the outcome the same each time, and untangled.
  const placed = nodes.map((node, at) => ({
    ...node,
    label: shorten(node.name),
    radius: 5 + 13 * Math.sqrt(node.tasks / most),
    links: degree.get(node.key) ?? 0,
    x: width / 2 + 9 * Math.sqrt(at) * Math.cos(at * 2.4),
    y: height / 2 + 9 * Math.sqrt(at) * Math.sin(at * 2.4),
  }));
  const ties = links.map(({ source, target, tasks }) => ({ source, target, weight: tasks.length }));
  const simulation = forceSimulation(placed)
    .force('link', forceLink(ties).id((node) => /** @type {Placed} */ (node).key).distance(70).strength((tie) => 0.06 * Math.min(4, tie.weight)))
    .force('charge', forceManyBody().strength(-260).distanceMax(420))
    .force('collide', forceCollide(/** @param {Placed} node */ (node) => Math.max(node.radius + 2 * LINE, width < 500 ? 0 : labelWidth(node) * 0.46)).strength(0.9))
    .force('x', forceX(width / 2).strength(0.05 * Math.min(2, height / width)))
    .force('y', forceY(height / 2).strength(0.05 * Math.min(2, width / height)))
    .stop();
  for (let step = 0; step < STEPS; step += 1) {
    simulation.tick();
    for (const node of placed) keepInside(node, width, height);
  }
  return new Map(placed.map((node) => [node.key, node]));
}

/** @param {Network['links']} links */
function degrees(links) {
  /** @type {Map<string, number>} */
  const degrees = new Map();
  for (const { source, target } of links) {
    for (const key of [source, target]) degrees.set(key, (degrees.get(key) ?? 0) + 1);
  }
  return degrees;
}

/** @param {string} name */
const shorten = (name) => ([...name].length > LABEL ? `${[...name].slice(0, LABEL - 1).join('')}…` : name);

/** @param {Placed} node */
const labelWidth = (node) => [...node.label].length * 12;

/** @param {Placed} node @param {number} width @param {number} height */
function keepInside(node, width, height) {
  const side = Math.max(node.radius, labelWidth(node) / 2) + 4;
  node.x = Math.max(side, Math.min(width - side, node.x));
  node.y = Math.max(node.radius + 6, Math.min(height - node.radius - 2 * LINE - 4, node.y));
}
