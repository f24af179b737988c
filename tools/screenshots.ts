import { chromium } from '@playwright/test';
import { requireChromium } from './browsers/chromium.ts';
import { serveSite } from './site.ts';

/** Takes the pictures in docs/ from the built app and its sample. */
const { server, address } = await serveSite(0);
const browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
await page.goto(address);
await page.evaluate(() => window.plumbline.ready);
await page.getByRole('button', { name: /sample/i }).click();
await page.getByTestId('progress').waitFor();
await page.getByTestId('progress').waitFor({ state: 'detached' });

for (const colorScheme of ['light', 'dark'] as const) {
  await page.emulateMedia({ colorScheme });
  await page.screenshot({ path: `docs/report-${colorScheme}.png` });
}
await page.setViewportSize({ width: 390, height: 844 });
await page.emulateMedia({ colorScheme: 'light' });
await page.screenshot({ path: 'docs/report-390.png' });
await browser.close();
server.close();
