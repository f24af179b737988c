import { expect, test } from 'vitest';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import type { Report, ReportColumn } from '../../src/facts/document/document.ts';
import { buildReport } from '../../src/report/build.ts';
import { conditionsFor } from '../../src/ui/sections/overview/conditions-for.ts';
import { run, stamp } from '../report/two-columns.ts';

const made = buildReport(run(parseConfig()), stamp);
const [numbers, categories] = made.columns;
if (numbers === undefined || categories === undefined) throw new Error('two columns');

/** A column of so many different values in each file. */
function column(like: ReportColumn, name: string, distinct: number, rest: Partial<ReportColumn> = {}): ReportColumn {
  const { reference, current } = like.quality;
  if (!reference || !current) throw new Error('both files');
  const quality = { reference: { ...reference, distinct }, current: { ...current, distinct: Math.min(distinct, 2) } };
  return { ...like, name, quality, ...rest };
}

const report: Report = {
  ...made,
  columns: [
    column(numbers, 'line', 4),
    column(numbers, 'power', 51),
    column(categories, '__proto__', 3),
    column(categories, 'constant', 1),
    column(categories, 'lonely', 3, { presentIn: ['current'] }),
    column(categories, 'target', 3, { role: 'target' }),
    column(categories, 'note', 3, { type: 'text' }),
  ],
};

test('categories and numbers of 2 to 50 values that both files have are offered', () => {
  expect(conditionsFor(report, [])).toEqual([
    { kind: 'line', count: 4 },
    { kind: '__proto__', count: 3 },
  ]);
});

test('what a set-up has chosen can be taken off, whatever it holds', () => {
  expect(conditionsFor(report, ['power', 'gone']).map(({ kind }) => kind)).toEqual(['line', 'power', '__proto__']);
});
