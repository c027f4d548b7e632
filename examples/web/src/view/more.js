/** Long lists are shown a page at a time. */

import { t } from '../i18n/index.js';
import { el } from './dom.js';

/** How many rows a list begins with, and how many more it shows each time. */
export const PAGE = 100;

/** @param {number} left how many rows are not shown @param {() => void} show */
export const moreButton = (left, show) =>
  left > 0
    ? el('button', { type: 'button', class: 'button more', onclick: show }, t('more', { n: Math.min(left, PAGE) }))
    : null;
