import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { SECTIONS } from '../../src/facts/sections.ts';
import { parseReport } from '../../src/report/parse.ts';
import { sectionAt } from '../../src/ui/sections/reading-line.ts';
import { sections, sectionsOf } from '../../src/ui/sections/sections.ts';

const reportOf = (name: string) =>
  parseReport(gunzipSync(readFileSync(`test/charts/fixtures/${name}-report.json.gz`)).toString());
const idsOf = (report: Parameters<typeof sectionsOf>[0]) => sectionsOf(report).map(({ id }) => id);

describe('the list of sections', () => {
  test('has each id in the folder of its name, in the order of the page', () => {
    expect(sections.map(({ id }) => id)).toEqual([...SECTIONS]);
  });

  test('a report with a model has them all', () => {
    const parts = {
      where: { search: { state: 'notSearched', reason: 'few-rows' } },
      cost: { state: 'notMeasured', reason: 'counted' },
    } as const;
    const report = { ...reportOf('ai4i'), ...parts };
    expect(idsOf(report)).toEqual([...SECTIONS]);
  });

  test('one file alone has no drift, and data without a model nothing about one', () => {
    const { inputs, columns, ...report } = reportOf('ai4i');
    const features = columns.filter(({ role }) => role === 'feature');
    const alone = { ...report, columns: features, performance: null, inputs: { current: inputs.current! } };
    expect(SECTIONS.filter((id) => !idsOf(alone).includes(id))).toEqual([
      'drift',
      'target',
      'performance',
      'cost',
      'where',
    ]);
  });
});

describe('the section in reading', () => {
  const tops = [
    { id: 'overview', top: -400 },
    { id: 'quality', top: 100 },
    { id: 'drift', top: 500 },
  ];

  test.each([
    ['the last whose top has passed the line', 200, false, 'quality'],
    ['the first before any has', -500, false, 'overview'],
    ['the last at the end of the page', 200, true, 'drift'],
  ])('is %s', (_, line, atEnd, id) => {
    expect(sectionAt(tops, line, atEnd)).toBe(id);
  });
});
