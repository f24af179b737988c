import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { requireChromium } from './browsers/chromium.ts';
import { serveSite } from './site.ts';

/** Reports of the sample files, as the built app makes them, for the tests that draw every figure of a report. */
const pairs = {
  steel: ['public/sample/steel_reference.csv', 'public/sample/steel_current.csv'],
  ai4i: ['e2e/fixtures/ai4i_reference.csv', 'e2e/fixtures/ai4i_current.csv'],
} as const;

const asFile = (path: string) => ({ name: path.split('/').at(-1) ?? path, text: readFileSync(path, 'utf8') });

/** Seven digits draw the same picture as seventeen. */
const short = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(7)) : value;

const { server, address } = await serveSite(0);
const browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage({ locale: 'en-GB', timezoneId: 'UTC' });
await page.goto(address);
for (const [name, [reference, current]] of Object.entries(pairs)) {
  const report = await page.evaluate(
    ([first, second]) =>
      window.plumbline.analyze({
        reference: new File([first.text], first.name),
        current: new File([second.text], second.name),
      }),
    [asFile(reference), asFile(current)] as const,
  );
  const document = { ...report, createdAt: '2026-01-01T00:00:00.000Z', timings: { loadMs: 0, analysisMs: 0 } };
  const path = `test/charts/fixtures/${name}-report.json.gz`;
  writeFileSync(path, gzipSync(JSON.stringify(document, short), { level: 9 }));
  console.log(path);
}
await browser.close();
server.close();
