import type { Page } from '@playwright/test';
import { dropText } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };
const RIGHT = 0.8;

/** Rows of two classes, of which the model tells eight in ten rightly, in words of its own. */
function rows(file: number): string {
  const lines = Array.from({ length: 400 }, (_, row) => {
    const isDog = (row * 7 + file) % 3 === 0;
    const isRight = (row * 13 + file) % 10 < 10 * RIGHT;
    return `${((row * 31) % 97) / 10},${isDog ? 'dog' : 'cat'},${isDog === isRight ? '1' : '0'}`;
  });
  return ['size,target,prediction', ...lines].join('\n');
}

async function openPair(page: Page): Promise<void> {
  await page.goto('./');
  await dropText(page, { 'reference.csv': rows(0), 'current.csv': rows(1) });
  await expect(section(page)).toContainText('no label is in both columns', done);
}

const section = (page: Page) => page.locator('#performance');
const choice = (page: Page) => page.getByTestId('match-labels');

test('labels that do not meet are matched with one click, and otherwise by keyboard', async ({ page }) => {
  await openPair(page);
  const [zero, one] = [choice(page).getByLabel('“0” stands for'), choice(page).getByLabel('“1” stands for')];
  await expect(zero).toHaveValue('cat');
  await expect(one).toHaveValue('dog');
  await choice(page).getByRole('button', { name: 'Match them so' }).click();
  await expect(section(page)).toContainText('you set it', done);
  await expect(section(page)).toContainText('“0” is read as “cat”');
  await expect(section(page).getByRole('row', { name: /^Accuracy/ })).toContainText('80');

  await choice(page).locator('summary').focus();
  await page.keyboard.press('Enter');
  await zero.focus();
  await page.keyboard.press('d');
  await one.focus();
  await page.keyboard.press('c');
  await expect(zero).toHaveValue('dog');
  const match = choice(page).getByRole('button', { name: 'Match them so' });
  await match.focus();
  await match.press('Enter');
  await expect(section(page)).toContainText('“0” is read as “dog”', done);
  await expect(section(page).getByRole('row', { name: /^Accuracy/ })).toContainText('20');

  await choice(page).locator('summary').click();
  await choice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(section(page)).toContainText('no label is in both columns', done);
});

test('the choice stands within a narrow page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await openPair(page);
  for (const control of [...(await choice(page).locator('select').all()), choice(page).getByRole('button').first()]) {
    const box = await control.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(390);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
