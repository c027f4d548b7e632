/** Bytes of a file to text, or a message that says why not. */

/** @typedef {import('../types.js').Message} Message */
/** @typedef {{ text: string, message: Message | null }} Read */

/** Beyond this no file is a notice; the longest ones have some hundred kilobytes. */
export const MOST_BYTES = 8 * 1024 * 1024;

/** A file that is no text to read. */
export class FileError extends Error {
  /** @param {Message} said */
  constructor(said) {
    super(said.key);
    this.name = 'FileError';
    this.said = { ...said, bad: true };
  }
}

/**
 * @param {File} file
 * @returns {Promise<Read>}
 * @throws {FileError} where it is empty, too large, of another kind than text, or in no encoding that is read
 */
export async function readFile(file) {
  const { name } = file;
  refuseLarge(file.size, name);
  return decode(new Uint8Array(await file.arrayBuffer()), name);
}

/**
 * A text that came without a file is held to the same.
 *
 * @param {string} text
 * @param {string} name
 * @returns {Read}
 * @throws {FileError} where it is empty or too large
 */
export function readText(text, name) {
  refuseLarge(new Blob([text]).size, name);
  refuseEmpty(text, name);
  return { text, message: null };
}

/** @param {number} size @param {string} name */
function refuseLarge(size, name) {
  if (size <= MOST_BYTES) return;
  throw new FileError({ key: 'bad_large', values: { name, size: bytes(size), most: bytes(MOST_BYTES) } });
}

/** @param {string} text @param {string} name */
function refuseEmpty(text, name) {
  if (text.trim() === '') throw new FileError({ key: 'bad_empty', values: { name } });
}

/**
 * @param {Uint8Array} data
 * @param {string} name
 * @returns {Read}
 */
export function decode(data, name) {
  const values = { name };
  const begin = String.fromCharCode(...data.subarray(0, 4));
  if (begin === '%PDF') throw new FileError({ key: 'bad_pdf', values });
  if (begin.startsWith('PK\x03\x04') || begin === '\xd0\xcf\x11\xe0') throw new FileError({ key: 'bad_word', values });
  const { encoding, text } = firstThatFits(data, begin) ?? {};
  if (text === undefined) throw new FileError({ key: data.includes(0) ? 'bad_binary' : 'bad_encoding', values });
  if (isBinary(text)) throw new FileError({ key: 'bad_binary', values });
  refuseEmpty(text, name);
  return { text, message: encoding === 'utf-8' ? null : { key: encoding === 'gb18030' ? 'read_gb18030' : 'read_utf16', values } };
}

/** @param {Uint8Array} data @param {string} begin */
function firstThatFits(data, begin) {
  const utf16 = begin.startsWith('\xff\xfe') ? 'utf-16le' : begin.startsWith('\xfe\xff') ? 'utf-16be' : null;
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(data) };
    } catch {
      // Not in this encoding.
    }
  }
  return null;
}

/** Text has hardly any control characters; other files are full of them. @param {string} text */
function isBinary(text) {
  const start = text.slice(0, 65536);
  const controls = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls > start.length / 100 || (start.includes('\0') && controls > 8);
}

/** A size as people say it. @param {number} size */
export function bytes(size) {
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${(size / 1024).toFixed(1)} KB`;
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
