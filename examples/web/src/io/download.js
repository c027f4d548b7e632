/** Hands a text to the reader as a file. */

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file over once the click is through.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * A name that every system takes, without the characters that would hide what kind of file it is.
 *
 * @param {string} title
 */
export const fileName = (title) =>
  title
    .replace(/\.[a-z]{1,5}$/i, '')
    .replace(/[\\/:*?"<>|\p{C}]+/gu, ' ')
    .trim()
    .slice(0, 60);
