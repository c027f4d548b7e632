/** Words for keys, in the language of the page. */

import { en } from './en.js';
import { zh } from './zh.js';

/** @typedef {keyof typeof zh} Key */
/** @typedef {import('../types.js').Lang} Lang */

const WORDS = { zh, en };

/** What goes into `<html lang>`. */
export const LANG_TAGS = { zh: 'zh-CN', en: 'en' };

/** @type {Lang} */
let current = 'zh';

/** @param {Lang} lang */
export const speak = (lang) => void (current = lang);

/** The language that is spoken. */
export const spoken = () => current;

/**
 * The words of a key, with its `{figures}` filled in.
 *
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return WORDS[current][key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/**
 * A key of the dictionary made of two words, as in `basis_` and `sole`. One that is not there is shown as the word itself:
 * a newer fenjie may have values that this page has no words for.
 *
 * @param {string} prefix
 * @param {string} word
 */
export function term(prefix, word) {
  const key = `${prefix}_${word}`;
  return key in zh ? t(/** @type {Key} */ (key)) : word;
}

/** Puts the words into the elements of the page that name a key. @param {ParentNode} root */
export function translate(root) {
  for (const [attribute, put] of PLACES) {
    for (const element of root.querySelectorAll(`[${attribute}]`)) {
      put(element, t(/** @type {Key} */ (element.getAttribute(attribute))));
    }
  }
}

/** @type {[string, (element: Element, words: string) => void][]} */
const PLACES = [
  ['data-i18n', (element, words) => void (element.textContent = words)],
  ['data-i18n-label', (element, words) => element.setAttribute('aria-label', words)],
  ['data-i18n-placeholder', (element, words) => element.setAttribute('placeholder', words)],
];

/** @param {readonly string[]} wanted the languages of the reader, the best first @returns {Lang} */
export function choose(wanted) {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return 'zh';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return wanted.length > 0 ? 'en' : 'zh';
}
