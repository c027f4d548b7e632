/** The parser. */

import { codes, explain, init, parse } from 'fenjie';

/** @typedef {import('../types.js').Notice} Notice */

const started = init();

/** @param {string} text @param {AbortSignal} signal @returns {Promise<Notice>} */
export async function read(text, signal) {
  await started;
  signal.throwIfAborted();
  return parse(text);
}

export async function explanations() {
  await started;
  return new Map(codes().map((code) => [code, explain(code)]));
}
