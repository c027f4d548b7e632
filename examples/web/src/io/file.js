/** What comes in: whether it is a notice at all, and where it cannot be read, a message that says why and what to do. */

import { DecodeError, FileError as Unread } from 'fenjie/worker';

/** @typedef {import('../types.js').Message} Message */

/** Beyond this no text is a notice; the longest ones have some hundred kilobytes. */
export const MOST_BYTES = 8 * 1024 * 1024;
/** Word, Excel and PDF files carry fonts and pictures as well; what is read of them is little. */
export const MOST_PACKED = 32 * 1024 * 1024;

/** What cannot be read. */
export class FileError extends Error {
  /** @param {Message} said */
  constructor(said) {
    super(said.key);
    this.name = 'FileError';
    this.said = { ...said, bad: true };
  }
}

/**
 * @param {readonly File[]} files
 * @throws {FileError} where one is too large
 */
export async function refuseLargeFiles(files) {
  for (const file of files) {
    const begin = String.fromCharCode(...new Uint8Array(await file.slice(0, 4).arrayBuffer()));
    const isPacked = begin === '%PDF' || begin.startsWith('PK') || begin === '\xd0\xcf\x11\xe0';
    refuseLarge(file.size, file.name, isPacked ? MOST_PACKED : MOST_BYTES);
  }
}

/**
 * A text that came without a file is held to the same.
 *
 * @param {string} text
 * @param {string} name
 * @throws {FileError} where it is empty or too large
 */
export function readText(text, name) {
  refuseLarge(new Blob([text]).size, name, MOST_BYTES);
  refuseEmpty(text, name);
  return text;
}

/** @param {number} size @param {string} name @param {number} most */
function refuseLarge(size, name, most) {
  if (size <= most) return;
  throw new FileError({ key: 'bad_large', values: { name, size: bytes(size), most: bytes(most) } });
}

/** @param {string} text @param {string} name */
export function refuseEmpty(text, name) {
  if (text.trim() === '') throw new FileError({ key: 'bad_empty', values: { name } });
}

/**
 * Why a file was not read, in words of the page; what is no matter of files stays as it is.
 *
 * @param {unknown} error
 */
export function inWords(error) {
  if (error instanceof DecodeError) {
    return new FileError({ key: error.code === 'binary' ? 'bad_binary' : 'bad_encoding', values: { name: error.file ?? '' } });
  }
  if (!(error instanceof Unread)) return error;
  const values = { name: error.file ?? '', format: FORMATS.get(error.format) ?? '' };
  if (error.code === 'too-large') return new FileError({ key: 'bad_unpacked', values });
  if (error.code === 'broken-file') return new FileError({ key: 'bad_broken', values });
  return new FileError({ key: ADVICE.get(error.format) ?? 'bad_format', values });
}

/** How the kinds of files are called, in either language. @type {Map<import('fenjie').Format | null, string>} */
const FORMATS = new Map([
  ['html', 'HTML'],
  ['docx', 'DOCX'],
  ['doc', 'DOC'],
  ['odt', 'ODT'],
  ['xlsx', 'XLSX'],
  ['xls', 'XLS'],
  ['ods', 'ODS'],
  ['pdf', 'PDF'],
  ['ofd', 'OFD'],
  ['rtf', 'RTF'],
  ['slides', 'PPT'],
  ['archive', 'ZIP'],
]);

/** What to do with those that no other program saves in a form that is read. @type {Map<import('fenjie').Format | null, Message['key']>} */
const ADVICE = new Map([
  ['image', 'bad_image'],
  ['scan', 'bad_scan'],
  ['archive', 'bad_archive'],
  ['encrypted', 'bad_encrypted'],
  ['binary', 'bad_binary'],
]);

/**
 * Files that make one notice, in the order in which they are read: what is no annex before the annexes, a page before other
 * files, and then by their names, their figures counted.
 *
 * @template {{ name: string }} F
 * @param {readonly F[]} files
 */
export function inOrder(files) {
  const isAnnex = (/** @type {F} */ { name }) => /附件|附表|annex|attachment/i.test(name);
  const isPage = (/** @type {F} */ { name }) => /\.x?html?$/i.test(name);
  return [...files].sort(
    (a, b) =>
      Number(isAnnex(a)) - Number(isAnnex(b)) ||
      Number(isPage(b)) - Number(isPage(a)) ||
      a.name.localeCompare(b.name, 'zh', { numeric: true }),
  );
}

/** A size as people say it. @param {number} size */
export function bytes(size) {
  if (size < 1024) return `${size} B`;
  if (size < 1024 * 1024) return `${(size / 1024).toFixed(1)} KB`;
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
