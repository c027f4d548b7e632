/** Facts of a notice in words of the page. */

import { spoken, t, term } from '../i18n/index.js';

/** @typedef {import('../types.js').Target} Target */
/** @typedef {import('../types.js').Official} Official */
/** @typedef {import('../types.js').Diagnostic} Diagnostic */

/** What a target demands, without its indicator: `≥ 5 % 增长`. @param {Target} target */
export function demand(target) {
  const words = [];
  if (target.strength) words.push(term('strength', target.strength));
  if (target.kind === 'growth' || target.kind === 'decline' || target.kind === 'rank') words.push(term('kind', target.kind));
  if (target.base) words.push(t('from_base', { base: figure(target.base) }));
  if (target.comparator === 'between') words.push(`${figure(target.value ?? '')}–${figure(target.value_max ?? '')}`);
  else words.push(term('cmp', target.comparator), target.value === null ? (target.reference ?? '') : figure(target.value));
  if (target.value !== null && target.measure) words.push(target.measure);
  return words.filter(Boolean).join(' ');
}

/**
 * An exact decimal as it is read most easily: 亿 and 万 in Chinese where the number stays as short, groups of three digits
 * otherwise. No digit is lost.
 *
 * @param {string} value
 */
export function figure(value) {
  if (spoken() === 'zh') {
    for (const [zeros, word] of /** @type {const} */ ([[8, '亿'], [4, '万']])) {
      const short = shifted(value, zeros);
      if (short) return short + word;
    }
  }
  const [whole, fraction] = value.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return fraction ? `${groups}.${fraction}` : groups;
}

/** The value over 10^`zeros` where it is at least 1 and has at most two decimals. @param {string} value @param {number} zeros */
function shifted(value, zeros) {
  if (!/^\d+$/.test(value) || value.length <= zeros) return null;
  const whole = value.slice(0, -zeros);
  const fraction = value.slice(-zeros).replace(/0+$/, '');
  if (fraction.length > 2) return null;
  return fraction ? `${whole}.${fraction}` : whole;
}

/** @param {Official} official */
export const officialName = (official) => official.name ?? official.post ?? '';

/** What a diagnostic says, in the language of the page. @param {Diagnostic} diagnostic */
export const doubtWords = (diagnostic) => (spoken() === 'zh' && diagnostic.message_zh) || diagnostic.message;
