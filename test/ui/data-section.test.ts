import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/facts/document/document.ts';
import { withoutRows } from '../../src/report/page/without-rows.ts';
import { parseReport } from '../../src/report/parse.ts';
import { section } from '../../src/ui/sections/data/index.ts';
import InPlace from './InPlace.svelte';

const whole = parseReport(gunzipSync(readFileSync('test/charts/fixtures/ai4i-report.json.gz')).toString());

/** What a reader sees of the section. */
const shown = (report: Report): string =>
  render(InPlace, { props: { section, report } })
    .body.replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** The same report with a column that lacks in one file, one that is ignored, cells that could not be read, and a sample. */
const { reference, current } = whole.inputs;
const [first, second, third, ...others] = whole.columns;
if (!reference || !current || !first || !second || !third?.quality.current) throw new Error('The report lacks columns');
const partly: Report = {
  ...whole,
  inputs: {
    reference: { ...reference, rows: 1000, rowsUsed: 400 },
    current: {
      ...current,
      notes: [{ severity: 'warning', text: '3 rows have fewer fields.', examples: [{ row: 7, value: 'secret-cell' }] }],
    },
  },
  columns: [
    { ...first, name: 'lonely', presentIn: ['current'] },
    { ...second, name: 'unwanted', role: 'ignored' },
    { ...third, name: 'garbled', quality: { ...third.quality, current: { ...third.quality.current, coerced: 12 } } },
    ...others,
  ],
  unmatchedColumns: ['never there'],
};

describe('the section about the data', () => {
  test('says how each file was read', () => {
    const text = shown(whole);
    for (const input of [reference, current]) {
      expect(text).toContain(input.name);
      for (const { label, value } of input.readAs) expect(text).toContain(`${label} ${value}`);
    }
  });

  test('says what was left out', () => {
    const text = shown(partly);
    expect(text).toContain('600 of 1,000 (60%)');
    expect(text).toMatch(/Columns the other file does not have 0 1: “lonely”/);
    expect(text).toMatch(/Columns set to be ignored 1: “unwanted” 1: “unwanted”/);
    expect(text).toMatch(/Cells that could not be read 0 12 in “garbled”/);
    expect(text).toContain('The set-up names columns that no file has: “never there”.');
  });

  test('holds no cell, whether rows go along or not', () => {
    expect(shown(partly)).toContain('3 rows have fewer fields.');
    for (const report of [partly, withoutRows(partly)]) expect(shown(report)).not.toContain('secret-cell');
  });
});
