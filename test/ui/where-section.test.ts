import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { render } from 'svelte/server';
import { describe, expect, test, vi } from 'vitest';
import type { Report } from '../../src/facts/document/document.ts';
import type { Segment, Where } from '../../src/facts/document/where.ts';
import { onlySections } from '../../src/report/page/only-sections.ts';
import { withoutRows } from '../../src/report/page/without-rows.ts';
import { parseReport } from '../../src/report/parse.ts';
import { figuresOf } from '../../src/ui/figures/report-figures.ts';
import { section } from '../../src/ui/sections/where/index.ts';
import InPlace from './InPlace.svelte';

// A figure's menu asks what the browser can copy.
vi.stubGlobal('navigator', {});
vi.stubGlobal('isSecureContext', true);

const report = parseReport(gunzipSync(readFileSync('test/charts/fixtures/ai4i-report.json.gz')).toString());
const estimate = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });

const night: Segment = {
  conditions: [
    { kind: 'clock', column: 'date', part: 'hour', first: 22, last: 4 },
    {
      ...{ kind: 'values', column: 'load' },
      values: [
        { quote: 'light', rows: 600 },
        { quote: 'secret-load', rows: 2 },
      ],
      others: false,
    },
  ],
  kind: 'becameBad',
  rows: { reference: 500, current: 610 },
  share: { reference: estimate(0.05), current: estimate(0.06) },
  measure: { reference: estimate(0.6), current: estimate(4.9) },
  coverage: { reference: 0.01, current: 0.2 },
  ...{ excess: 0.18, growth: 0.31, qValue: 0.0002 },
};

const searched: Where['search'] = {
  ...{ state: 'searched', basis: 'mae', columns: 12, found: { reference: 4000, current: 5000 } },
  ...{ confirmed: { reference: 4100, current: 5100 }, whole: { reference: 8.1, current: 10.7 }, tested: 20, nested: 3 },
};

const whereOf = (where: Where): Report => ({ ...report, where });

/** What a reader sees of the section. */
const shown = (given: Report): string =>
  render(InPlace, { props: { section, report: given } })
    .body.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the section about where it hurts', () => {
  const found = whereOf({ search: searched, segments: [night] });

  test('tells each segment in a sentence, and in a table with intervals', () => {
    const text = shown(found);
    expect(text).toContain(
      '“date” from 10:00 PM to 5:00 AM and “load” is “light” or “secret-load”: mean absolute error 0.6 → 4.9; 6% of current rows, 31% of the growth.',
    );
    expect(text).toContain('4.9 (4.8 to 5)');
    expect(text).toContain('Searched by mean absolute error over 12 columns and pairs of them: 20 segments');
    expect(text).toContain('3 more hold and tell of the same rows.');
    expect(figuresOf(found).flatMap(({ figures }) => figures.map(({ id }) => id))).toContain('where/segments');
  });

  test('that nothing stands out is a result', () => {
    expect(shown(whereOf({ search: { ...searched, tested: 7, nested: 0 }, segments: [] }))).toMatch(
      /Nothing stands out: no segment of rows .* 7 segments found on 4,000 reference and 5,000 current rows/,
    );
  });

  test('why nothing was searched is said', () => {
    const failed = whereOf({ search: { state: 'notSearched', reason: 'failed', detail: { quote: 'out of memory' } } });
    expect(shown(failed)).toContain('Not searched: something went wrong. out of memory');
  });

  test('says what another mix of rows makes of a difference, and which measures are not split', () => {
    const column = { column: 'load', mix: estimate(1.5), within: estimate(-0.3), byChance: 0.2 };
    const measures = [
      { id: 'mae', reference: 8.1, current: 9.3, columns: [column] },
      { id: 'recall', reference: 0.5, current: 0.4, columns: [] },
    ];
    const text = shown(whereOf({ search: searched, segments: [], mix: { measures, refused: ['roc_auc', 'r2'] } }));
    expect(text).toContain(
      'Mean absolute error 8.1 → 9.3: +1.5 comes from another mix of rows by “load”, −0.3 from rows that are alike in it.',
    );
    expect(text).toContain(
      "Recall 50% → 40%: no column's mix explains more of it than chance would.".replace("'", '’'),
    );
    expect(text).toContain('+1.5 (+1.4 to +1.6)');
    expect(text).toContain('Not split: ROC AUC and R².');
  });

  test('a saved report without values of rows leaves rare categories out', () => {
    const text = shown(withoutRows(found));
    expect(text).toContain('“load” is “light” or a value left out here');
    expect(text).not.toContain('secret-load');
  });

  test('a file without the section goes without its part of the document', () => {
    expect(onlySections(found, ['overview', 'drift']).where).toBeNull();
    expect(onlySections(found, ['overview', 'where']).where).toEqual(found.where);
    expect('where' in onlySections(report, ['overview'])).toBe(false);
  });
});
