/** A real browser on the built page, and what every test asks of it. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../serve.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} Options */

const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Starts the server and the browser. */
export async function start() {
  assert.ok(existsSync(PROGRAM), `${PROGRAM} is not there; CHROMIUM may name another`);
  const { url, close } = await serve(0);
  const browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox', '--js-flags=--expose-gc'] });

  return {
    url,

    /**
     * The page with a notice in it, in Chinese, light and wide where nothing else is asked for. Call the second result at
     * the end: it tells whether anything was refused by the policy or written to the console as an error.
     *
     * @param {string} [hash]
     * @param {Options} [options]
     * @param {(page: Page) => Promise<unknown>} [before] done before the page is loaded
     * @returns {Promise<[Page, () => Promise<void>]>}
     */
    async open(hash = '', options = {}, before = async () => {}) {
      const context = await browser.newContext({
        locale: 'zh-CN',
        colorScheme: 'light',
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 800 },
        acceptDownloads: true,
        ...options,
      });
      const page = await context.newPage();
      /** @type {string[]} */
      const wrong = [];
      page.on('pageerror', (error) => wrong.push(error.stack ?? error.message));
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      await page.exposeFunction('tellViolation', (/** @type {string} */ words) => wrong.push(words));
      await page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', (event) =>
          /** @type {any} */ (window).tellViolation(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
        ),
      );
      await before(page);
      await page.goto(`${url}#${hash}`);
      await ready(page);
      return [
        page,
        async () => {
          assert.deepEqual(wrong, []);
          await context.close();
        },
      ];
    },

    /**
     * Runs something in a page with nothing but the package, which is below `/fenjie/`.
     *
     * @template Argument, Result
     * @param {(argument: Argument) => Promise<Result>} work
     * @param {Argument} argument
     * @returns {Promise<Result>}
     */
    async bare(work, argument) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.route('http://fenjie.test/**', (route) => {
        const { pathname } = new URL(route.request().url());
        return pathname === '/'
          ? route.fulfill({ body: '<!doctype html>', contentType: 'text/html' })
          : route.fulfill({ path: fileURLToPath(new URL(`../node_modules${pathname}`, import.meta.url)) });
      });
      await page.goto('http://fenjie.test/');
      const result = await page.evaluate(/** @type {any} */ (work), argument);
      await context.close();
      return result;
    },

    async stop() {
      await browser.close();
      close();
    },
  };
}

/** Waits until a notice has been read and drawn. @param {Page} page */
export async function ready(page) {
  await page.waitForFunction(() => document.querySelector('#main')?.ariaBusy === 'false' && document.querySelector('.header-facts'));
}

/** Pastes a text onto the page and waits until it is read. @param {Page} page @param {string} text */
export async function paste(page, text) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await ready(page);
}

/** Drops a file of these bytes. @param {Page} page @param {string} name @param {Uint8Array} bytes */
export async function drop(page, name, bytes) {
  const dataTransfer = await page.evaluateHandle(
    ([file, data]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(data)], file));
      return transfer;
    },
    /** @type {const} */ ([name, [...bytes]]),
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

/** Drops a text onto an element. @param {Page} page @param {string} selector @param {string} text */
export async function dropText(page, selector, text) {
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', dropped);
    return transfer;
  }, text);
  for (const event of ['dragenter', 'drop']) await page.dispatchEvent(selector, event, { dataTransfer });
}

/** Waits until the text of an element is, or matches, what is wanted. @param {Page} page @param {string} selector @param {RegExp | string} wanted */
export async function says(page, selector, wanted) {
  const source = typeof wanted === 'string' ? wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : wanted.source;
  const locator = page.locator(selector).filter({ hasText: new RegExp(source) });
  await locator.first().waitFor().catch(async () => {
    const found = await page.locator(selector).allInnerTexts();
    assert.fail(`${selector} does not say ${source}, but ${JSON.stringify(found)}`);
  });
}

/** A small notice of an invented city. */
export const NOTICE = `云溪市2025年重点工作任务分解
一、周明市长主抓重点工作
1.建设示范食堂100家以上，改造助餐
点30处。
责任单位：市教育局、财政局
2.新增学位3000个，其中农村1200个。
责任单位：市教育局牵头，市住建局配合
二、林若溪副市长主抓重点工作
1.地区生产总值增长6.5%左右。
任单位：市发展改革委、市统计局
`;
