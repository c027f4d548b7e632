/** Exact decimals: what a notice prints never passes through a float. */

/** @typedef {{ digits: bigint, scale: number }} Decimal `digits` × 10^-`scale` */

/**
 * @param {string} text as fenjie writes it: digits, perhaps with a minus and a point
 * @returns {Decimal}
 */
export function decimal(text) {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`\`${text}\` is no decimal`);
  const [whole, fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/** @param {Decimal} value @param {number} scale */
const at = (value, scale) => value.digits * 10n ** BigInt(scale - value.scale);

/** @param {Decimal} a @param {Decimal} b @returns {Decimal} */
export function add(a, b) {
  const scale = Math.max(a.scale, b.scale);
  return { digits: at(a, scale) + at(b, scale), scale };
}

/** @param {Decimal} a @param {Decimal} b @returns {Decimal} */
export const subtract = (a, b) => add(a, { digits: -b.digits, scale: b.scale });

/** @param {Decimal} a @param {Decimal} b @returns {number} below, at or above 0, as `Array.sort` wants it */
export function compare(a, b) {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [at(a, scale), at(b, scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** @param {Decimal} value @returns {string} without needless zeros */
export function print({ digits, scale }) {
  const sign = digits < 0n ? '-' : '';
  const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = all.slice(0, all.length - scale);
  const fraction = all.slice(all.length - scale).replace(/0+$/, '');
  return sign + whole + (fraction && `.${fraction}`);
}
