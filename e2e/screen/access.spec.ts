import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { drop, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };
const WIDTHS = [1440, 768, 390];

async function loadSteel(page: Page): Promise<void> {
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  await expect(page.getByTestId('progress')).toBeHidden(done);
}

/** What opens above the page. */
const ABOVE = '[role="dialog"], [role="menu"]';

/** Sheets, menus and what opens above the page, each by its button. */
const OPENED = [
  /^Export/,
  /^Sealed/,
  /^Theme/,
  /How the current file was read/,
  /First rows of the current/,
  /^Settings:/,
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing, in any state of the page and at any width', async ({ page }, info) => {
      test.setTimeout(300_000);
      await page.goto('./');
      await expectAccessible(page, 'start');
      await drop(page, steel[0]);
      await expectAccessible(page, 'one file');
      await drop(page, steel[1]);
      await expect(page.getByTestId('progress')).toBeVisible();
      await expectAccessible(page, 'running');
      await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
      await expect(page.getByTestId('progress')).toBeHidden(done);
      await page.getByTestId('drift-row').first().getByRole('button').first().click();
      for (const part of ['#quality', '#performance']) await page.locator(`${part} .opener`).first().click();
      await page.getByRole('figure').locator('summary').first().click();
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await expectAccessible(page, `report at ${String(width)} px`);
      }
      for (const name of OPENED) {
        await page.getByRole('button', { name }).first().click();
        await page.waitForTimeout(300);
        await expectAccessible(page, `open: ${String(name)}`, ABOVE);
        await page.keyboard.press('Escape');
      }
      await page.getByRole('figure').first().getByRole('button').first().click();
      await expectAccessible(page, 'menu of a figure', ABOVE);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Export/ }).click();
      await page.getByRole('menuitem', { name: /Pictures/ }).click();
      await page.getByTestId('thumb').first().waitFor();
      await expectAccessible(page, 'gallery', ABOVE);
      await page
        .getByRole('button', { name: /^Edit and save/ })
        .first()
        .click();
      await page.getByRole('dialog', { name: 'Picture', exact: true }).waitFor();
      await expectAccessible(page, 'editor of a picture', ABOVE);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Export/ }).click();
      await page.getByRole('menuitem', { name: /Report as HTML/ }).click();
      const sheet = page.getByRole('dialog', { name: 'Report as HTML' });
      await sheet.waitFor();
      await expectAccessible(page, 'sheet of the saved report', ABOVE);
      const download = page.waitForEvent('download');
      await sheet.getByRole('button', { name: /^Save/ }).click();
      const saved = info.outputPath('report.html');
      await (await download).saveAs(saved);
      const context = await page.context().browser()?.newContext({ offline: true, colorScheme });
      const viewer = await context?.newPage();
      if (viewer === undefined) throw new Error('no browser');
      await viewer.goto(pathToFileURL(saved).href);
      await viewer.getByTestId('drift-row').first().waitFor();
      for (const width of [1440, 390]) {
        await viewer.setViewportSize({ width, height: 900 });
        await expectAccessible(viewer, `saved report at ${String(width)} px`);
      }
      await context?.close();
    });
  });
}

/** What has the keyboard: the test id of the part that it is in, and the element's name or tag. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const part = element?.closest<HTMLElement>('[data-testid]')?.dataset['testid'] ?? '';
    return `${part} ${element?.getAttribute('aria-label') ?? element?.tagName ?? ''}`;
  });

test('the keyboard keeps its place when a file is given, taken off, and when the report comes', async ({ page }) => {
  await page.goto('./');
  const input = page.getByTestId('slot-reference').locator('input');
  await input.focus();
  await input.setInputFiles(steel[0]);
  await expect.poll(() => focused(page)).toBe('slot-reference Reference file');
  await page.getByRole('button', { name: 'Remove' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('slot-reference Reference file');
  await page.getByTestId('slot-reference').locator('input').setInputFiles(steel[0]);
  const second = page.getByTestId('slot-current').locator('input');
  await second.focus();
  await second.setInputFiles(steel[1]);
  await expect.poll(() => focused(page)).toMatch(/MAIN|Cancel/);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, done);
  await expect(page.getByTestId('progress')).toBeHidden(done);
  expect(await focused(page)).not.toContain('BODY');
});

test('a cancelled run leaves the keyboard in the page', async ({ page }) => {
  await page.goto('./');
  await drop(page, ...steel);
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('progress')).toHaveCount(0);
  await expect.poll(() => focused(page)).not.toContain('BODY');
});

test('settings do not collide on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  await loadSteel(page);
  await page.getByRole('button', { name: /^Settings:/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Settings' });
  await sheet.getByLabel('Type of target').waitFor();
  const collisions = await sheet.evaluate((dialog) => {
    const parts = [...dialog.querySelectorAll('label, select, input, .hint, .name')].filter(
      (part) => part.checkVisibility() && part.getBoundingClientRect().width > 2,
    );
    const box = (part: Element) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return part.matches('select, input') ? part.getBoundingClientRect() : range.getBoundingClientRect();
    };
    return parts.flatMap((a, i) =>
      parts.slice(i + 1).flatMap((b) => {
        if (a.contains(b) || b.contains(a)) return [];
        const [p, q] = [box(a), box(b)];
        const apart = p.right <= q.left + 1 || q.right <= p.left + 1 || p.bottom <= q.top + 1 || q.bottom <= p.top + 1;
        return apart ? [] : [`${a.textContent} over ${b.textContent}`];
      }),
    );
  });
  expect(collisions).toEqual([]);
  const wide = await sheet.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
