import type { ReportColumn } from '../../facts/document/document.ts';
import type { Problem, ProblemValues } from '../../facts/statements/advice.ts';
import { SEVERITIES, type Finding, type FindingValues } from '../../facts/statements/findings.ts';
import type { VerdictPartValues } from '../../facts/statements/verdict.ts';
import { advising } from './advising.ts';

/** Other columns that are named. */
const MOST_NAMED = 2;

/** From this share of the current rows on. */
const LEAST_SHARE = 0.01;

/** So many times the reference's range beyond it no value is a rare state of the process; a sensor that fails, or a code for “none”, gives such. */
const FAR_OUT = 3;

type Step = NonNullable<VerdictPartValues['emptied']['named'][number]['step']>;

interface Broken {
  column: ReportColumn;
  finding: Finding;
  problem: Problem;
  step?: Step;
}

/** Columns of the current file that are not what they were, by more than chance: a sensor, an export or a query may be the reason, and what follows from them is worth nothing. */
export const checkData = advising('check-data', ({ report: { columns, dataset } }) => {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const broken = dataset.findings.flatMap((finding) => brokenBy(finding, byName.get(finding.column ?? '')));
  const [worst] = broken.toSorted((a, b) => rank(a) - rank(b));
  if (worst === undefined) return null;
  const { column, finding, problem, step } = worst;
  const others = [...new Set(broken.map((other) => other.column.name))].filter((name) => name !== column.name);
  return {
    values: {
      ...{ column: column.name, problem, others: { count: others.length, named: others.slice(0, MOST_NAMED) } },
      ...(step !== undefined && { step }),
    },
    restsOn: [{ section: 'quality', column: column.name, finding: finding.kind }],
  };
});

/** Measured or entered, where values may be wrong; not what a model or a counter gives. */
const isSource = ({ role, drift }: ReportColumn): boolean =>
  (role === 'feature' || role === 'target') && drift?.state !== 'calendar';

/** Values that lie as far out as the reference is wide, or alone make the change (high severity), or enough of them. */
const isMuch = ({ severity }: Finding, { quality }: ReportColumn, rows: number): boolean =>
  severity === 'high' || rows >= LEAST_SHARE * (quality.current?.count ?? Infinity);

/**
 * Whether a column moved mostly by values beyond the fences, of which the reference has none. Rows that
 * follow each other may count as one, so that chance is not excluded; a sensor that fails for a day looks like this, a process that wanders does not.
 */
function movedByOutliers({ drift }: ReportColumn): boolean {
  const { state, effect, outliers } = drift ?? {};
  if ((state !== 'moved' && state !== 'changed') || effect === undefined || !outliers) return false;
  const { counts, effectWithout } = outliers;
  return (counts.reference ?? 0) === 0 && effectWithout !== null && effectWithout <= effect.value / 2;
}

/** What a finding says against a column; null where it says nothing. */
type Problems = {
  [Kind in keyof ProblemValues]: (
    values: FindingValues[Kind],
    finding: Finding,
    column: ReportColumn,
  ) => ProblemValues[Kind] | null;
};

const isCurrent = ({ side }: Finding): boolean => side === 'current';

/** By kind of finding: what makes a column unusable before what makes some of its rows so. */
const PROBLEMS: Problems = {
  emptied: (values) => values,
  'only-in-one-file': (_, finding, { role }) => (role === 'feature' && !isCurrent(finding) ? {} : null),
  'type-change': (values) => values,
  // One product or one season in a file is nothing that broke; one number is a sensor that is stuck.
  constant: (_, __, column) => (column.type === 'numeric' && isSource(column) ? {} : null),
  'leading-zeros-lost': (_, finding) => (isCurrent(finding) ? {} : null),
  unreadable: ({ cells }, finding) => (isCurrent(finding) ? { cells } : null),
  infinite: ({ cells }, finding) => (isCurrent(finding) ? { cells } : null),
  missing: ({ change }) => (change === null ? null : { before: change.before, after: change.after }),
  'out-of-range': ({ reference: { min: low, max: high }, rows: sides }, finding, column) => {
    const rows = sides === undefined ? 0 : sides.below + sides.above;
    return rows > 0 && isSource(column) && isMuch(finding, column, rows) ? { rows, low, high } : null;
  },
  outliers: ({ rows, low, high }, finding, column) =>
    isSource(column) && isMuch(finding, column, rows) ? { rows, low, high } : null,
};
const KINDS = Object.keys(PROBLEMS);

const rank = ({ finding: { severity }, problem }: Broken): number =>
  SEVERITIES.indexOf(severity) * KINDS.length + KINDS.indexOf(problem.kind);

/** Findings of low severity are no news, or chance; but for values that no process is likely to give, by which the column moved. */
const counts = ({ kind, severity, value = 0 }: Finding, column: ReportColumn): boolean =>
  severity !== 'low' || (kind === 'out-of-range' && value >= FAR_OUT && movedByOutliers(column));

function brokenBy(finding: Finding, column: ReportColumn | undefined): Broken[] {
  const { kind, values } = finding;
  if (column === undefined || values === undefined || !Object.hasOwn(PROBLEMS, kind)) return [];
  if (column.role === 'ignored' || !counts(finding, column)) return [];
  const told = PROBLEMS[kind as Problem['kind']] as (...facts: [object, Finding, ReportColumn]) => object | null;
  const problem = told(values, finding, column);
  return problem === null
    ? []
    : [{ column, finding, problem: { kind, values: problem } as Problem, ...stepOf(finding, column) }];
}

/** Of missing cells their own date; else that of the column's level. */
function stepOf(finding: Finding, { drift }: ReportColumn): Pick<Broken, 'step'> {
  const step = finding.kind === 'missing' ? finding.values?.change?.step : drift?.statements?.step?.values;
  return step === undefined ? {} : { step };
}
