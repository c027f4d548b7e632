/** Elements and text. Nothing of a notice is ever read as HTML. */

/** @typedef {Node | string | null | false | undefined} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes */

/**
 * An element. An attribute named `on…` is a listener; one that is null or false is left out, one that is true is empty.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/**
 * The same for pictures.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {E}
 */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const child of children) if (child || child === '') element.append(child);
  return element;
}

/**
 * The element of the page with that id.
 *
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} id
 * @returns {E}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return /** @type {E} */ (element);
}

/** Characters that change the order of others, or that nobody sees. Line breaks and tabs are neither. */
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;
const EACH_HIDDEN = new RegExp(`(${HIDDEN.source})`, 'u');

/**
 * Words of a notice, with what is hidden in them written out, so that no character can make the others look like something
 * that they are not.
 *
 * @param {string} text
 * @returns {Child[]}
 */
export function visible(text) {
  if (!HIDDEN.test(text)) return [text];
  return text.split(EACH_HIDDEN).map((piece) => (HIDDEN.test(piece) ? control(piece) : piece));
}

/** @param {string} character */
const control = (character) =>
  el('span', { class: 'control' }, `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);

/** Words of a notice inside words of the page: Chinese, and closed to the order of what is around. @param {string} text */
export const quoted = (text) => el('bdi', { lang: 'zh-CN' }, ...visible(text));
