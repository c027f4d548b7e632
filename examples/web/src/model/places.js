/** Where in its file something stands, in words. */

import { place } from 'fenjie/worker';
import { spoken } from '../i18n/index.js';

/**
 * Where in its file something stands, in the language of the page: `表1第3行第2列`, and which file where there are several. Null
 * for a text that is in no file.
 *
 * @param {import('../types.js').Contents | null} contents
 * @param {import('fenjie').Span} span
 */
export function placeWords(contents, span) {
  const placed = contents && place(contents, span);
  if (!placed) return null;
  const words = spoken() === 'zh' ? placed.text_zh : placed.text;
  return contents.files.length > 1 ? `${placed.file} · ${words}` : words;
}
