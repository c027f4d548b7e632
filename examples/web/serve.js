/** Serves the built page on this machine: `node serve.js [PORT]`. */

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../target/web', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The policy that the page itself names, and what only a header can say. */
function policy() {
  const page = readFileSync(join(ROOT, 'index.html'), 'utf8');
  const named = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page);
  if (!named) throw new Error('index.html names no Content-Security-Policy');
  return `${named[1]}; frame-ancestors 'none'`;
}

/**
 * The file that an address names; null where there is none, and where the address is no address.
 *
 * @param {string} address
 * @returns {string | null}
 */
function fileOf(address) {
  try {
    const path = decodeURIComponent(address.split(/[?#]/u)[0]);
    const file = join(ROOT, normalize(path === '/' ? '/index.html' : path));
    return file.startsWith(ROOT + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
  } catch {
    return null; // `%` without its digits, or a character that no file's name has
  }
}

/**
 * @param {number} port 0 takes any that is free
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export function serve(port) {
  const headers = {
    'Content-Security-Policy': policy(),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  };
  const server = createServer((request, response) => {
    const file = fileOf(request.url ?? '/');
    const type = TYPES[extname(file ?? '')] ?? 'application/octet-stream';
    response.writeHead(file ? 200 : 404, { ...headers, 'Content-Type': type });
    if (file) pipeline(createReadStream(file), response, () => {}); // whoever asked has gone, or sees the end
    else response.end();
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const at = typeof address === 'object' && address ? address.port : port;
      resolve({ url: `http://127.0.0.1:${at}/`, close: () => server.close() });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve(Number(process.argv[2] ?? 4173));
  console.log(`The page is at ${url} (Ctrl+C ends it)`);
}
