/** The parser, off the main thread, so that the page answers while a long notice is read. */

import { codes, explain, parse, parseTogether, setWorkers } from 'fenjie/worker';

/** @typedef {import('../types.js').Notice} Notice */
/** @typedef {import('../types.js').Explanation} Explanation */

// One notice is read at a time.
setWorkers(1);

/**
 * Reads a notice.
 *
 * @param {string} text
 * @param {AbortSignal} signal stops the reading
 * @returns {Promise<Notice>}
 */
export const read = (text, signal) => parse(text, { signal });

/**
 * Reads files that are one notice, in this order.
 *
 * @param {readonly File[]} files
 * @param {AbortSignal} signal stops the reading
 */
export const readFiles = (files, signal) => parseTogether(files, { signal });

/** @type {Promise<Map<string, Explanation>> | null} */
let known = null;

/** What every code of diagnostics means. */
export const explanations = () => (known ??= explainAll());

/** @returns {Promise<Map<string, Explanation>>} */
async function explainAll() {
  try {
    return new Map(await Promise.all((await codes()).map(async (code) => /** @type {const} */ ([code, await explain(code)]))));
  } catch (error) {
    known = null; // so that it can be tried again
    throw error;
  }
}
