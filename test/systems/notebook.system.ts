import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { findChromium } from '../../tools/browsers/chromium.ts';
import { openFolder, run } from './machine.ts';
import { python } from './python.ts';

const documented = /```python\n([^`]+)```/.exec(readFileSync('docs/integrations.md', 'utf8'))?.[1] ?? '';

test('the handbook’s lines make a report of two data frames and show it in the notebook', async () => {
  expect(documented.trim().split('\n').slice(3)).toHaveLength(7);
  const programs = await python('notebook');
  const folder = openFolder('notebook');
  const loads = JSON.stringify(resolve('e2e/fixtures/steel_load_reference.csv'));
  const use = `import pandas\nframe = pandas.read_csv(${loads})\nplumbline(frame, frame)`;
  const cells = [documented, use].map((source, at) => ({
    ...{ cell_type: 'code', id: `cell${String(at)}`, metadata: {}, outputs: [], execution_count: null, source },
  }));
  const notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(join(folder, 'drift.ipynb'), JSON.stringify(notebook));
  const env = { PATH: [join(inject('installed'), 'node_modules', '.bin'), process.env['PATH']].join(delimiter) };
  const given = ['nbconvert', '--execute', '--to', 'html', 'drift.ipynb'];
  await run(join(programs, 'jupyter'), given, { cwd: folder, env });
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`file://${join(folder, 'drift.html')}`);
    const shown = page.frameLocator('iframe').getByText('The two files hold the same values').first();
    await shown.waitFor({ timeout: 60_000 });
    expect(await shown.isVisible()).toBe(true);
  } finally {
    await browser.close();
  }
});
