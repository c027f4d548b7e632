/** The page for everybody: by keyboard, on a phone, in both languages and themes, by assistive technology. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { NOTICE, paste, ready, says, start } from './browser.js';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof start>>} */
let site;
before(async () => void (site = await start()));
after(() => site.stop());

const VIEWS = ['tasks', 'doubts', 'network', 'tables'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** What axe finds. @param {Page} page @returns {Promise<string[]>} */
async function violations(page) {
  // Through the debugger, since the policy lets no script in.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations: found } = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
    return found.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.html.slice(0, 160)).slice(0, 3).join(' | ')}`);
  });
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const locale of ['zh-CN', 'en-GB']) {
    for (const [size, options] of /** @type {const} */ ([['wide', {}], ['phone', PHONE]])) {
      test(`axe finds nothing: ${colorScheme}, ${locale}, ${size}`, async () => {
        const [page, done] = await site.open('sample=qinghe-allocation', { colorScheme, locale, ...options });
        assert.equal(await page.getAttribute('html', 'data-theme'), colorScheme);
        for (const view of size === 'phone' ? [...VIEWS, 'source'] : VIEWS) {
          await page.click(`#tab-${view}`);
          assert.deepEqual(await violations(page), [], view);
        }
        await page.click('#tab-tasks');
        await page.locator('.chip').first().click();
        assert.deepEqual(await violations(page), [], 'with a selection');
        await page.click('#paste');
        assert.deepEqual(await violations(page), [], 'the dialog');
        await done();
      });
    }
  }
}

test('a keyboard is enough', async () => {
  const [page, done] = await site.open();
  await paste(page, NOTICE);
  const focus = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('data-nav') || '');
  await page.keyboard.press('Tab');
  assert.match(await page.locator(':focus').innerText(), /跳到内容/);
  await page.keyboard.press('Enter');
  assert.equal(await focus(), 'main');

  await page.keyboard.press('/');
  assert.equal(await focus(), 'query');
  await page.keyboard.type('学位');
  await says(page, '#counts', '1/3 项任务');
  await page.keyboard.press('Escape');
  await says(page, '#counts', /^3 项任务/);

  await page.focus('#tab-tasks');
  await page.keyboard.press('ArrowRight');
  assert.equal(await focus(), 'tab-doubts');
  await page.keyboard.press('Home');
  assert.equal(await focus(), 'tab-tasks');

  await page.locator('[data-nav]').first().focus();
  const walked = [await focus()];
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('ArrowDown');
    walked.push(await focus());
  }
  assert.deepEqual(walked, ['group:0-0', 'task:0', 'assignment:0', 'assignment:1']);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focus(), 'task:0');
  const isOpen = () => page.getAttribute(':focus', 'aria-expanded');
  assert.equal(await isOpen(), 'true');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await isOpen(), 'false');
  assert.equal(await page.locator('#task-0-body').isVisible(), false);
  await page.keyboard.press('ArrowDown');
  assert.equal(await focus(), 'task:1');
  await page.keyboard.press('Enter');
  await page.locator('#source .is-selected').first().waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.is-selected').count(), 0);

  await page.focus('#source');
  await page.keyboard.press('ArrowRight');
  await says(page, '#detail .tag', '责任领导');
  await page.keyboard.press('ArrowRight');
  await says(page, '#detail .tag', '任务');
  await page.keyboard.press('ArrowLeft');
  await says(page, '#detail .tag', '责任领导');
  await done();
});

test('what changes is told, a failure at once, and no button with it', async () => {
  const [page, done] = await site.open();
  await page.locator('.chip').first().click();
  await says(page, '#detail [role=status]', '牵头单位');
  await says(page, '#detail button', '筛选');
  assert.equal(await page.locator('#detail[role=status], #detail [role=status] button').count(), 0);
  await paste(page, ' ');
  await says(page, '[role=alert]', '是空的');
  await done();
});

test('all is closed and opened, with what is not drawn yet', async () => {
  const [page, done] = await site.open();
  await paste(page, Array.from({ length: 150 }, (_, at) => `${at + 1}.建成第${at + 1}处口袋公园。\n责任单位：市园林局\n`).join(''));
  const open = () => page.locator('.task-body:visible').count();
  const all = (/** @type {string} */ words) => page.locator('#panel-tasks .tools button', { hasText: words }).click();
  assert.equal(await open(), 100);
  await all('全部收起');
  assert.equal(await open(), 0);
  assert.equal(await page.locator('#panel-tasks [aria-expanded=true]').count(), 0);
  await page.locator('#panel-tasks .more').click();
  assert.equal(await page.locator('.task').count(), 150);
  assert.equal(await open(), 0);
  await all('全部展开');
  assert.equal(await open(), 150);
  await done();
});

test('where the focus is can be seen', async () => {
  const [page, done] = await site.open();
  for (let step = 0; ; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body)) {
      assert.ok(step > 15, `${step} stops`);
      break;
    }
    const seen = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(/** @type {Element} */ (document.activeElement));
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    });
    assert.ok(seen, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)));
  }
  await done();
});

test('the language is the browser\'s, and can be changed', async () => {
  const [page, done] = await site.open('', { locale: 'en-GB' });
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  await says(page, '#tab-tasks', 'Tasks');
  await says(page, '#counts', '15 tasks');
  assert.equal(await page.locator('.title bdi').getAttribute('lang'), 'zh-CN');
  await page.click('#lang');
  assert.equal(await page.getAttribute('html', 'lang'), 'zh-CN');
  await says(page, '#counts', '15 项任务');
  await page.reload();
  await ready(page);
  assert.equal(await page.getAttribute('html', 'lang'), 'zh-CN');
  await done();
});

test('no word of the page is missing in a language', async () => {
  for (const locale of ['zh-CN', 'en-GB']) {
    const [page, done] = await site.open('sample=yunxi-officials', { locale });
    for (const view of VIEWS) {
      await page.click(`#tab-${view}`);
      const text = await page.locator('body').innerText();
      assert.doesNotMatch(text, /\{\w+\}|undefined|\bnull\b|\[object|\b(col|view|fact|basis|cmp|kind|part)_\w+/);
    }
    await done();
  }
});

test('the theme can be changed, and stays', async () => {
  const [page, done] = await site.open('', { colorScheme: 'dark' });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await ground();
  await page.click('#theme');
  assert.notEqual(await ground(), dark);
  await page.reload();
  await ready(page);
  assert.equal(await page.getAttribute('html', 'data-theme'), 'light');
  await done();
});

test('a phone shows everything without scrolling sideways', async () => {
  for (const locale of ['zh-CN', 'en-GB']) {
    const [page, done] = await site.open('sample=yunxi-officials', { ...PHONE, locale });
    for (const view of [...VIEWS, 'source']) {
      await page.tap(`#tab-${view}`);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(beyond, 0, view);
    }
    await page.tap('#tab-tasks');
    await page.tap('#more-filters');
    await page.selectOption('#unit', { index: 1 });
    await page.locator('#role').waitFor();
    await page.locator('.target-what').first().tap();
    await page.locator('.detail .narrow-only').first().tap();
    await page.locator('#source .is-selected').first().waitFor();
    await page.locator('.detail .narrow-only', { hasText: /关闭|Close/ }).tap();
    assert.equal(await page.locator('.is-selected').count(), 0);
    await done();
  }
});

test('on paper there is the list and the source', async () => {
  for (const options of [{}, PHONE]) {
    const [page, done] = await site.open('', { ...options, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.bar').isVisible(), false);
    assert.equal(await page.locator('.task').last().isVisible(), true);
    assert.equal(await page.locator('#source').isVisible(), true);
    const sheet = await page.locator('#source').evaluate((element) => {
      const { color } = getComputedStyle(element);
      return { cut: element.scrollHeight - element.clientHeight, color };
    });
    assert.deepEqual(sheet, { cut: 0, color: 'rgb(34, 38, 45)' }, 'all of it, in dark ink');
    await done();
  }
});
