/** Tables to CSV that spreadsheets open as it is meant. */

/** Excel takes a file for UTF-8 only where it begins with this mark. */
const MARK = '\uFEFF';

/**
 * RFC 4180, with a mark at the start.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export const toCsv = (rows) => MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** @param {string} text */
function cell(text) {
  const safe = disarmed(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Spreadsheets run a cell as a formula that begins with one of these signs, in full width too. An apostrophe makes it text;
 * a number stays one.
 *
 * @param {string} text
 */
const disarmed = (text) =>
  /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
