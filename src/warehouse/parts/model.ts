import { SCORE_BINS } from '../../facts/summary-file.ts';
import { kindText, longRow, typed } from '../long-row.ts';
import { NOTHING, withRole, type Plan, type Portion } from '../plan.ts';
import { dayOf } from './periods.ts';

const CLASSES = ['category', 'boolean'] as const;

/** Kind `confusion`: where target and prediction are both classes. */
export function confusionPortion(plan: Plan): Portion {
  const { dialect } = plan;
  const target = withRole(plan, 'target', CLASSES);
  const prediction = withRole(plan, 'prediction', CLASSES);
  if (target === null || prediction === null) return NOTHING;
  const [label, predicted] = [`l${target.key}`, `l${prediction.key}`];
  const body = `SELECT day, segment, ${label} AS l, ${predicted} AS o, count(*) AS n
FROM pl_rows
WHERE ${label} IS NOT NULL AND ${predicted} IS NOT NULL
GROUP BY day, segment, ${label}, ${predicted}`;
  const cells = { kind: kindText(dialect, 'confusion'), period: dayOf(plan, 'pl_confusion') };
  return {
    parts: [{ name: 'pl_confusion', body }],
    rows: [longRow(dialect, { ...cells, segment: 'segment', label: 'l', other: 'o', n: 'n' }, 'pl_confusion')],
  };
}

/** Kind `score`: probabilities by the target's class, those that are probabilities of a class. */
export function scorePortion(plan: Plan): Portion {
  const { dialect, numbers } = plan;
  const target = withRole(plan, 'target', CLASSES);
  const scored = numbers.filter(
    ({ role, type, ofClass }) => role === 'probability' && type === 'number' && ofClass !== undefined,
  );
  if (target === null || scored.length === 0) return NOTHING;
  const label = `l${target.key}`;
  const cells = dialect.unpivot({
    source: 'pl_rows',
    keep: ['day', 'segment', label],
    columns: ['c', 'x'],
    rows: scored.map(({ key }) => [key, `x${key}`]),
  });
  const { double } = dialect;
  const bin = `CASE WHEN x >= ${double(1)} THEN ${String(SCORE_BINS - 1)} ELSE ${typed(dialect, `floor(x * ${double(SCORE_BINS)})`, 'whole')} END`;
  const inBins = `SELECT day, segment, ${label} AS l, c, x, ${bin} AS b
FROM pl_probabilities
WHERE x >= ${double(0)} AND x <= ${double(1)} AND ${label} IS NOT NULL`;
  const counted = `SELECT day, segment, l, c, b, count(*) AS n, sum(x) AS total
FROM pl_scored
GROUP BY day, segment, l, c, b`;
  const row = {
    kind: kindText(dialect, 'score'),
    period: dayOf(plan, 'pl_scores'),
    ...{ segment: 'segment', name: 'name', label: 'l', bin: 'b', n: 'n', total: 'total' },
  };
  return {
    parts: [
      { name: 'pl_probabilities', body: cells, inlined: true },
      { name: 'pl_scored', body: inBins, inlined: true },
      { name: 'pl_scores', body: counted },
    ],
    rows: [longRow(dialect, row, 'pl_scores JOIN pl_names ON pl_names.c = pl_scores.c')],
  };
}
