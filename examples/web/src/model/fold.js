/** Words as a search takes them, and the way back to where they stand. */

/** A character with its marks, where folding may change it: not what is plain ASCII or an ideograph. */
const PIECE = /(?:[^\u0000-@[-\u007f\u3400-\u9fff]|[^](?=\p{M}))\p{M}*/gu;

/** @param {string} piece */
const fold = (piece) => piece.normalize('NFKC').toLowerCase();

/**
 * Words without what makes no difference to a search: case and width. Each piece is folded by itself, so that a text can be
 * folded as well as its parts.
 *
 * @param {string} words
 */
export const folded = (words) => words.replace(PIECE, fold);

/**
 * Where words stand in a text, in its own units: folding may make a text shorter or longer.
 *
 * @param {string} text
 * @param {readonly string[]} words folded, none of them empty
 * @param {number} most how many places are wanted
 * @returns {[start: number, end: number][]}
 */
export function placesOf(text, words, most) {
  const haystack = folded(text);
  /** @type {[number, number][]} */
  const places = [];
  for (const word of words) {
    for (let at = haystack.indexOf(word); at >= 0 && places.length < most; at = haystack.indexOf(word, at + word.length)) {
      places.push([at, at + word.length]);
    }
  }
  if (places.length === 0) return [];
  const { starts, ends } = origins(text);
  return places.map(([start, end]) => [starts[start], ends[end - 1]]);
}

/** Where in the text what became each unit of the folded one begins and ends. @param {string} text */
function origins(text) {
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  /** @param {number} start @param {number} end */
  const plain = (start, end) => {
    for (let at = start; at < end; at += 1) (starts.push(at), ends.push(at + 1));
  };
  let done = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    plain(done, index);
    done = index + piece.length;
    for (let left = fold(piece).length; left > 0; left -= 1) (starts.push(index), ends.push(done));
  }
  plain(done, text.length);
  return { starts, ends };
}
