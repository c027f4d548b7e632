// Prints how large each wasm is on its way to a browser; with `--limit` fails where one is larger than it may be.

import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const WASMS = [
  /**
   * Bytes of gzip: to fall. It rose by a twentieth when towns, villages and sections came to be read as bodies, and tables in more
   * shapes, and by a fiftieth with sheets saved as CSV, heads over several lines and ledgers.
   */
  { name: "fenjie_bg.wasm", limit: 540_000 },
  /**
   * The readers of files, among them the tables of all encodings, and the parser once more: it is loaded by those alone who
   * have files. It rose by a fortieth with the columns of PDF, the notes and text boxes of DOC and the style sheets of pages.
   */
  { name: "fenjie_files_bg.wasm", limit: 1_085_000 },
];

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

for (const { name, limit } of WASMS) {
  const wasm = readFileSync(new URL(`../../../target/npm/fenjie/wasm/${name}`, import.meta.url));
  const gzip = gzipSync(wasm, { level: 9 }).length;
  console.log(
    `${name}: ${kilobytes(wasm.length)}, gzip ${kilobytes(gzip)} of ${kilobytes(limit)}, ` +
      `brotli ${kilobytes(brotliCompressSync(wasm).length)}`,
  );
  if (process.argv.includes("--limit") && gzip > limit) process.exitCode = 1;
}
