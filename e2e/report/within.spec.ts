import type { Page } from '@playwright/test';
import { dropText } from '../files.ts';
import { expect, test } from '../sealed.ts';

const done = { timeout: 60_000 };
const OVER_ALL =
  /Within the same “shift” it moved by 0\.\d+, over all rows by 1\.\d+: most of that is another mix of “shift”/;

/** Rows of three shifts, each at a level of its own; so many of a hundred are at night. */
function rows(nights: number): string {
  const lines = Array.from({ length: 900 }, (_, row) => {
    const place = (row * 37) % 100;
    const shift = place < nights ? 'night' : row % 2 === 0 ? 'early' : 'late';
    const level = { early: 20, late: 21, night: 25 }[shift];
    const wave = Math.sin(row * row) + Math.cos(3 * row * row);
    return `${shift},line ${String(1 + (row % 4))},${(level + wave).toFixed(3)}`;
  });
  return ['shift,production line with a long name,power', ...lines].join('\n');
}

async function openPair(page: Page): Promise<void> {
  await page.goto('./');
  await dropText(page, { 'reference.csv': rows(20), 'current.csv': rows(60) });
  await expect(page.getByTestId('verdict')).toContainText('“power” higher', done);
}

const choice = (page: Page) => page.getByTestId('compare-within');
const powerRow = (page: Page) => page.getByTestId('drift-row').filter({ hasText: 'power' }).first();

test('a condition is chosen beside the verdict, by keyboard, and both numbers are said', async ({ page }) => {
  await openPair(page);
  const summary = choice(page).locator('summary');
  await expect(summary).toHaveText('Compare like with like');
  await summary.focus();
  await summary.press('Enter');
  const shift = choice(page).getByRole('button', { name: /^shift/ });
  await expect(shift).toHaveAttribute('aria-pressed', 'false');
  await shift.focus();
  await shift.press('Space');
  await expect(page.getByTestId('verdict')).toContainText('Compared within the same “shift”.', done);
  await expect(page.getByTestId('verdict')).not.toContainText('“power”');
  await expect(shift).toHaveAttribute('aria-pressed', 'true');
  await expect(summary).toHaveText('Compared within the same “shift”');
  await expect(powerRow(page)).toContainText('Stable');
  await powerRow(page).getByRole('button').first().click();
  await expect(page.getByText(OVER_ALL).first()).toBeVisible();
  await choice(page)
    .getByRole('button', { name: /^production line/ })
    .click();
  await expect(page.getByTestId('verdict')).toContainText(
    'within the same “shift” and “production line with a long name”.',
    done,
  );
  await choice(page).getByRole('button', { name: 'Compare all rows' }).click();
  await expect(page.getByTestId('verdict')).toContainText('“power” higher', done);
  await expect(choice(page).locator('summary')).toHaveText('Compare like with like');
});

for (const width of [390, 768, 1440]) {
  test(`the choice stands within the page at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPair(page);
    await choice(page).locator('summary').click();
    const chips = choice(page).getByRole('button');
    await chips.first().click();
    await expect(page.getByTestId('verdict')).toContainText('Compared within the same', done);
    const boxes = await Promise.all((await chips.all()).map((chip) => chip.boundingBox()));
    for (const box of boxes) {
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(width);
    }
    const placed = boxes.flatMap((box) => box ?? []);
    placed.forEach((a, i) => {
      for (const b of placed.slice(i + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
