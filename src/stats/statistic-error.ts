import type { StatisticId, StatisticReason, StatisticReasonValues } from '../facts/statements/statistic-reasons.ts';

type Kind = keyof StatisticReasonValues;

/** Thrown where a statistic is not defined for its input. What people read of it is made from its reason by `src/words`. */
export class StatisticError extends Error {
  override name = 'StatisticError';
  readonly reason: StatisticReason;

  constructor(...[kind, values]: { [K in Kind]: [kind: K, values: StatisticReasonValues[K]] }[Kind]) {
    super(`${kind} ${JSON.stringify(values)}`);
    this.reason = { kind, values } as StatisticReason;
  }
}

/**
 * Throws unless both sides hold a value.
 * @param statistic what asks for them
 * @param reference number of usable values of the reference
 * @param current number of usable values of the current data
 */
export function requireBothSides(statistic: StatisticId, reference: number, current: number): void {
  if (reference > 0 && current > 0) return;
  const side = reference > 0 ? 'current' : current > 0 ? 'reference' : 'both';
  throw new StatisticError('no-values', { statistic, side });
}
