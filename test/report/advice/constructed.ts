import type { Report, ReportColumn, ReportDrift, ReportPerformance } from '../../../src/facts/document/document.ts';
import type { Segment, Where } from '../../../src/facts/document/where.ts';
import type { Finding, FindingFacts, FindingKind, FindingValues } from '../../../src/facts/statements/findings.ts';
import { adviceOf } from '../../../src/report/advice/advice.ts';
import { buildReport } from '../../../src/report/build.ts';
import { wordReport } from '../../../src/report/wording/word-report.ts';
import { unworded } from '../../../src/report/wording/unworded.ts';
import { measured, run, stamp } from '../two-columns.ts';

type Measured = Extract<ReportPerformance, { state: 'measured' }>;
type Overall = NonNullable<Measured['overall']>;

export const COUNTS = { changed: 0, moved: 0, insufficient: 0, stable: 2, calendar: 0, identical: 0, notTested: 0 };
export const loud = buildReport({ ...run(), performance: measured() }, stamp);
export const model = loud.performance as Measured;

export const withDrift = (column: ReportColumn, change: Partial<ReportDrift>): ReportColumn =>
  column.drift === null ? column : { ...column, drift: { ...column.drift, ...change } };

/** Two columns, of numbers (`x`) and of categories, in which nothing changed, and no model. */
export const quiet: Report = {
  ...loud,
  columns: loud.columns.map((column) => withDrift(column, { state: 'stable', why: [], findings: [] })),
  verdict: { ...loud.verdict, state: 'stable', counts: COUNTS },
  dataset: { ...loud.dataset, findings: [] },
  performance: null,
};

export const withColumn = (
  report: Report,
  change: (column: ReportColumn) => Partial<ReportColumn>,
  at = 0,
): Report => ({
  ...report,
  columns: report.columns.map((column, i) => (i === at ? { ...column, ...change(column) } : column)),
});

export const finding = <Kind extends FindingKind>(
  kind: Kind,
  values: FindingValues[Kind],
  facts: Partial<FindingFacts> = {},
): Finding => ({ kind, values, text: '', severity: 'high', side: 'current', column: 'x', ...facts }) as Finding;

export const withFindings = (report: Report, ...findings: Finding[]): Report => ({
  ...report,
  dataset: { ...report.dataset, findings },
});

export const beyond = (rows: number, facts: Partial<FindingFacts> = {}): Finding =>
  finding(
    'out-of-range',
    { reference: { min: 0, max: 86_400 }, current: { min: 0, max: 9e5 }, rows: { below: 0, above: rows } },
    facts,
  );

export const missing = (after: number, facts: Partial<FindingFacts> = {}): Finding =>
  finding('missing', { share: after, change: { before: 0.01, after, qValue: 0.001 } }, facts);

export const relation = finding(
  'concept-drift',
  { column: 'x', effect: 0.4, task: 'regression' },
  { severity: 'medium' },
);

export const withModel = (report: Report, change: Partial<Overall> = {}, others: Partial<Measured> = {}): Report => {
  if (model.overall === undefined) throw new Error('no verdict');
  return { ...report, performance: { ...model, ...others, overall: { ...model.overall, ...change } } };
};

/** A model that differs by too little to matter, and by no more than noise. */
export const asGood = { state: 'noMoreThanNoise', current: 0.62, difference: 0.02, relative: 0.03 } as const;

export const between = (value: number, off: number) => ({ value, low: value - off, high: value + off });

/** The growth of the mean absolute error from 1 to 4, split by a column. */
export const splitBy = (mix: number, within: number, off = 0.2): Where => ({
  mix: {
    measures: [
      {
        ...{ id: 'mae', reference: 1, current: 4 },
        columns: [{ column: 'x', mix: between(mix, off), within: between(within, off), byChance: 0.1 }],
      },
    ],
    refused: [],
  },
});

export const unsplit: Where = {
  mix: { measures: [{ id: 'mae', reference: 1, current: 4, columns: [] }], refused: [] },
};

export const searched: NonNullable<Where['search']> = {
  ...{ state: 'searched', basis: 'mae', columns: 12, found: { reference: 4000, current: 5000 } },
  ...{ confirmed: { reference: 4100, current: 5100 }, whole: { reference: 1, current: 4 }, tested: 20, nested: 3 },
};

export const segmentOf = (growth: number, kind: Segment['kind'] = 'grew'): Segment => ({
  conditions: [{ kind: 'values', column: 'load', values: [{ quote: 'secret-load', rows: 2 }], others: false }],
  kind,
  rows: { reference: 500, current: 610 },
  share: { reference: between(0.05, 0.01), current: between(0.06, 0.01) },
  measure: { reference: between(0.6, 0.1), current: between(4.9, 0.1) },
  coverage: { reference: 0.01, current: 0.2 },
  ...{ excess: 0.18, growth, qValue: 0.0002 },
});

export const worse = withModel(quiet);
export const inWhere = (report: Report, where: Where): Report => ({ ...report, where });

/** A column of which so many rows a side would tell more; there are 100. */
export const needing = (rows: number, change: Partial<ReportDrift> = {}): Report => ({
  ...withColumn(quiet, (column) =>
    withDrift(column, {
      state: 'insufficient',
      why: [{ kind: 'counterfactual', values: { change: 'more-rows', rows }, text: '', supportsChange: null }],
      ...change,
    }),
  ),
  verdict: { ...quiet.verdict, counts: { ...COUNTS, stable: 1, insufficient: 1 } },
});

/** A column that moved by 2.6 standard deviations, by so much without 60 values ten ranges away, of which chance is not excluded. */
export function stretch(effectWithout: number): Report {
  const outliers = {
    low: 0,
    high: 1,
    counts: { reference: 0, current: 60 },
    currentShare: 0.06,
    effectWithout,
    rows: [],
  };
  const effect = { method: 'wasserstein', value: 2.6, unit: 'reference standard deviations', threshold: 0.1 } as const;
  const moved = withColumn(quiet, (column) => withDrift(column, { state: 'moved', effect, outliers }));
  return {
    ...withFindings(moved, beyond(60, { severity: 'low', value: 10 })),
    verdict: { ...quiet.verdict, state: 'moved', counts: { ...COUNTS, stable: 1, moved: 1 } },
  };
}

/** The same with so many rows that four of them are less than one in a hundred. */
export function bigger(report: Report): Report {
  return withColumn(report, ({ quality: { current } }) => ({
    quality: current ? { current: { ...current, count: 1000 } } : {},
  }));
}

export function sampled({ verdict }: Report): Report['verdict'] {
  const files = [{ side: 'current' as const, used: 10, rows: 100, sample: null }];
  return {
    ...verdict,
    statements: {
      summary: { kind: 'stable', values: { stable: 1, tested: 1, insufficient: 0 } },
      detail: [{ kind: 'sample', values: { files } }],
    },
  };
}

/** The document with its advice in words. */
export const advised = (report: Report): Report => wordReport({ ...report, advice: adviceOf(report).map(unworded) });
