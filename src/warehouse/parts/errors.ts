import { SUMMED_ERRORS, type SummedError } from '../../facts/summary-file.ts';
import type { Dialect } from '../dialect.ts';
import { withRole, type Part, type Plan } from '../plan.ts';
import type { Counted, Sum } from './stretch-sums.ts';
import { clipped } from './table-rows.ts';

/** Keys of target and prediction where they are numbers. */
function modelKeys(plan: Plan): { target: string; prediction: string } | null {
  const target = withRole(plan, 'target', ['number']);
  const prediction = withRole(plan, 'prediction', ['number']);
  return target === null || prediction === null ? null : { target: target.key, prediction: prediction.key };
}

/** Each error of a row, from its `target` and `prediction`, both finite. */
function errorsOf(dialect: Dialect): Record<SummedError, string> {
  const absolute = 'abs(prediction - target)';
  const size = '(abs(target) + abs(prediction))';
  const zero = dialect.double(0);
  return {
    error: clipped(dialect, '(prediction - target)'),
    'absolute error': clipped(dialect, absolute),
    target: 'target',
    'absolute target': 'abs(target)',
    prediction: 'prediction',
    'relative error': `CASE WHEN target <> ${zero} THEN ${clipped(dialect, `(${absolute} / abs(target))`)} END`,
    'symmetric error': `CASE WHEN ${size} > ${zero} THEN ${dialect.double(2)} * ${absolute} / ${size} ELSE target END`,
  };
}

/** Parts that add to each row the errors of its prediction, e0, e1 and so on in the order of `SUMMED_ERRORS`; none without a regression. */
export function errorParts(plan: Plan): Part[] {
  const keys = modelKeys(plan);
  if (keys === null) return [];
  const { dialect } = plan;
  const ifPaired = (key: string): string =>
    `CASE WHEN b${keys.target} IS NOT NULL AND b${keys.prediction} IS NOT NULL THEN ${clipped(dialect, `x${key}`)} END`;
  const model = `SELECT pl_rows.*,
  ${ifPaired(keys.target)} AS target,
  ${ifPaired(keys.prediction)} AS prediction
FROM pl_rows`;
  const errors = errorsOf(dialect);
  const list = SUMMED_ERRORS.map((name, number) => `${errors[name]} AS e${String(number)}`);
  return [
    { name: 'pl_model', body: model, inlined: true },
    { name: 'pl_errors', body: `SELECT pl_model.*,\n  ${list.join(',\n  ')}\nFROM pl_model`, inlined: true },
  ];
}

/** Sums of errors. */
export function ofErrors(plan: Plan): Counted {
  if (modelKeys(plan) === null) return { sums: [], made: [] };
  const errors = SUMMED_ERRORS.map((name, number) => ({ name, key: String(number), e: `e${String(number)}` }));
  return {
    sums: errors.flatMap(({ e, key }): Sum[] => [
      [`en${key}`, `count(${e})`],
      [`es${key}`, `sum(${e})`],
      [`eq${key}`, `sum(${e} * ${e})`],
      [`el${key}`, `min(${e})`],
      [`eg${key}`, `max(${e})`],
    ]),
    made: errors.map(({ name, key }) => ({
      kind: 'error',
      label: plan.dialect.text(name),
      ...{ n: `en${key}`, total: `es${key}`, squares: `eq${key}`, low: `el${key}`, high: `eg${key}` },
    })),
  };
}
