// Prints how large the wasm is on its way to a browser; with `--limit` fails where it is larger than it may be.

import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

/**
 * Bytes of gzip: to fall. It rose by a twentieth when towns, villages and sections came to be read as bodies, and tables in more shapes,
 * and by a fiftieth with sheets saved as CSV, heads over several lines and ledgers.
 */
const LIMIT = 540_000;

const wasm = readFileSync(new URL("../../../target/npm/fenjie/wasm/fenjie_bg.wasm", import.meta.url));
const gzip = gzipSync(wasm, { level: 9 }).length;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
console.log(
  `the wasm: ${kilobytes(wasm.length)}, gzip ${kilobytes(gzip)} of ${kilobytes(LIMIT)}, ` +
    `brotli ${kilobytes(brotliCompressSync(wasm).length)}`,
);
if (process.argv.includes("--limit") && gzip > LIMIT) process.exitCode = 1;
