/** Takes the pictures of the README: `npm run screenshots`, once the page is built. */

import { fileURLToPath } from 'node:url';
import { start } from '../test/browser.js';

const site = await start();
for (const [colorScheme, hash] of /** @type {const} */ ([
  ['light', 'sample=yunxi-officials&at=target:5'],
  ['dark', 'sample=yunxi-officials&view=network&at=assignment:20'],
])) {
  const [page, done] = await site.open(hash, { colorScheme, viewport: { width: 1280, height: 860 } });
  await page.locator('#source .is-selected').first().waitFor();
  await page.screenshot({ path: fileURLToPath(new URL(`${colorScheme}.png`, import.meta.url)), animations: 'disabled' });
  await done();
}
await site.stop();
