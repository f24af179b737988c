import { readFileSync } from 'node:fs';
import type { Report } from '../../src/facts/document/document.ts';
import { columnOf, drop, employment, steel, STEEL } from '../files.ts';
import { expect, test } from '../sealed.ts';

interface Expected {
  columns: Record<
    string,
    {
      ks?: { statistic: number; pValue: number };
      wasserstein?: number;
      std?: number;
      chiSquare?: { statistic: number; pValue: number; degreesOfFreedom: number };
      totalVariation?: number;
    }
  >;
}

/** Agreement to 1e-9 relative, 1e-12 absolute near zero. */
function close(actual: number | undefined, expected: number, what: string): void {
  const tolerance = Math.max(1e-9 * Math.abs(expected), 1e-12);
  expect(
    Math.abs((actual ?? NaN) - expected),
    `${what}: ${String(actual)} against ${String(expected)}`,
  ).toBeLessThanOrEqual(tolerance);
}

/** Two of its levels are so rare that they are tested together. */
const RARE = 'RAC1P';
const CALENDAR = ['NSM', 'WeekStatus', 'Day_of_week'];

function agrees(report: Report, fixture: string): void {
  const { columns } = JSON.parse(readFileSync(fixture, 'utf8')) as Expected;
  for (const [name, want] of Object.entries(columns)) {
    const drift = columnOf(report, name).drift;
    // What the clock decides is not tested.
    if (drift?.state === 'calendar') {
      expect(CALENDAR).toContain(name);
    } else if (want.ks !== undefined) {
      expect(drift?.evidence?.method, name).toBe('ks');
      close(drift?.evidence?.statistic, want.ks.statistic, `${name} D`);
      close(drift?.evidence?.pValueIndependent, want.ks.pValue, `${name} p`);
      close(drift?.effect?.raw, want.wasserstein ?? NaN, `${name} W`);
      close(drift?.effect?.value, (want.wasserstein ?? NaN) / (want.std ?? NaN), `${name} W/σ`);
    } else {
      expect(drift?.evidence?.method, name).toBe('chi_square');
      if (name === RARE) expect(drift?.evidence?.degreesOfFreedom).toBe((want.chiSquare?.degreesOfFreedom ?? 0) - 1);
      else {
        close(drift?.evidence?.statistic, want.chiSquare?.statistic ?? NaN, `${name} χ²`);
        close(drift?.evidence?.pValueIndependent, want.chiSquare?.pValue ?? NaN, `${name} p`);
        expect(drift?.evidence?.degreesOfFreedom, name).toBe(want.chiSquare?.degreesOfFreedom);
      }
      close(drift?.effect?.observed, want.totalVariation ?? NaN, `${name} TV`);
    }
  }
}

test('the steel pair: the sentence, the row of the target, its figures, and numbers that scipy gives', async ({
  page,
}) => {
  await page.goto('./');
  await drop(page, ...steel);
  await expect(page.getByTestId('verdict')).toContainText(STEEL, { timeout: 30_000 });
  const row = page.locator('[data-testid="drift-row"][data-column="target"]');
  await row.scrollIntoViewIfNeeded();
  await row.getByRole('button').first().click();
  await expect(
    page
      .getByRole('figure')
      .filter({ hasText: /cumulative/i })
      .first(),
  ).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /export/i }).click();
  await page.getByRole('menuitem', { name: /json/i }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  agrees(JSON.parse(text) as Report, 'e2e/fixtures/steel-expected.json');
});

test('the employment pair as Parquet, through the scripting API, agrees with scipy', async ({ page }) => {
  await page.goto('./');
  const report = await page.evaluate(
    async (paths) => {
      const files = paths.map(
        ({ name, bytes }) => new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name),
      );
      const [reference, current] = files;
      if (reference === undefined || current === undefined) throw new Error('two files are needed');
      await window.plumbline.ready;
      return window.plumbline.analyze({ reference, current });
    },
    employment.map((path) => ({ name: path.split('/').at(-1) ?? path, bytes: readFileSync(path).toString('base64') })),
  );
  expect(report.inputs.reference?.rows).toBe(68_785);
  agrees(report, 'e2e/fixtures/employment-expected.json');
});
