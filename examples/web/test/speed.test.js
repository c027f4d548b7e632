/** What is said about speed is measured here and printed; only memory is held to a bound. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { NOTICE, paste, says, start } from './browser.js';

const NOTICES = new URL('../../notices/', import.meta.url);

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => void (site = await start()));
after(() => site.stop());

/** @param {string} text @param {number} bytes */
const ofSize = (text, bytes) => text.repeat(Math.ceil(bytes / new Blob([text]).size));

/**
 * Runs in the page: how long loading takes, and the first and the second parse.
 *
 * @param {string} text
 */
async function firstParses(text) {
  const times = [performance.now()];
  const tick = () => times.push(performance.now());
  const module = '/fenjie/web.js';
  const { init, parse } = await import(module);
  await init();
  tick();
  parse(text);
  tick();
  parse(text);
  tick();
  return times.slice(1).map((time, at) => time - times[at]);
}

test('the first notice after the page is loaded', async (context) => {
  const text = readFileSync(new URL('yunxi-officials.txt', NOTICES), 'utf8');
  const body = ofSize(text, 40_000);
  const [page, done] = await site.open('sample=yunxi-officials', {}, (blank) =>
    blank.route('**/yunxi-officials*.txt', (route) => route.fulfill({ body, contentType: 'text/plain; charset=utf-8' })),
  );
  await says(page, '#counts', '项任务');
  const times = await page.evaluate(() =>
    Object.fromEntries(['fenjie-start', 'fenjie-read', 'fenjie-draw'].map((name) => [name, performance.getEntriesByName(name)[0].duration])),
  );
  const shown = Object.entries(times).map(([name, time]) => `${name} ${time.toFixed(1)} ms`);
  context.diagnostic(`${new Blob([body]).size} bytes: ${shown.join(', ')}`);
  await done();
});

test('the first parse after the package is loaded, in a page without anything else', async (context) => {
  const notices = readdirSync(NOTICES).filter((name) => name.endsWith('.txt'));
  const text = notices.map((name) => readFileSync(new URL(name, NOTICES), 'utf8')).join('\n').slice(0, 40_000 / 2.7);
  /** @type {number[][]} */
  const all = [];
  for (let round = 0; round < 5; round += 1) all.push(await site.bare(firstParses, text));
  const least = all[0].map((_, at) => Math.min(...all.map((times) => times[at])).toFixed(1));
  context.diagnostic(`${new Blob([text]).size} bytes: loaded in ${least[0]} ms, first parse ${least[1]} ms, second ${least[2]} ms`);
});

test('memory does not grow with the number of notices read', { timeout: 300_000 }, async (context) => {
  const [page, done] = await site.open();
  const debug = await page.context().newCDPSession(page);
  await debug.send('Performance.enable');
  const used = async () => {
    await debug.send('HeapProfiler.collectGarbage');
    const { metrics } = await debug.send('Performance.getMetrics');
    /** @param {string} name */
    const metric = (name) => metrics.find((one) => one.name === name)?.value ?? NaN;
    return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes') };
  };
  /** @param {number} from @param {number} to */
  const read = (from, to) =>
    page.evaluate(
      async ([notice, first, last]) => {
        const head = /** @type {Element} */ (document.querySelector('#about'));
        for (let at = first; at < last; at += 1) {
          const shown = new Promise((resolve) => {
            const watch = new MutationObserver(() => (watch.disconnect(), resolve(null)));
            watch.observe(head, { childList: true });
          });
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', notice.replace('周明', `周明${at}`));
          document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
          await shown;
        }
      },
      /** @type {const} */ ([NOTICE, from, to]),
    );
  await read(0, 100);
  const early = await used();
  await read(100, 1100);
  await paste(page, NOTICE);
  const late = await used();
  context.diagnostic(`after 100: ${JSON.stringify(early)}, after 1100: ${JSON.stringify(late)}`);
  assert.ok(late.nodes < early.nodes + 200, `${early.nodes} nodes became ${late.nodes}`);
  assert.ok(late.heap < early.heap + 1_000_000, `${early.heap} bytes became ${late.heap}`);
  await done();
});
