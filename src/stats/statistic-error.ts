/**
 * Thrown where a statistic is not defined for its input. The message is a sentence for people: it names the
 * statistic, what it needs and what it got, and ends without a full stop: "Kolmogorov-Smirnov: needs at least
 * one finite value on each side; the current side has none".
 */
export class StatisticError extends Error {
  override name = 'StatisticError';
}

/**
 * Throws unless both sides hold a value.
 * @param statistic the long name that opens the message
 * @param reference number of usable values of the reference
 * @param current number of usable values of the current data
 */
export function requireBothSides(statistic: string, reference: number, current: number): void {
  if (reference > 0 && current > 0) return;
  const side =
    reference > 0 ? 'current side has' : current > 0 ? 'reference has' : 'reference and the current side have';
  throw new StatisticError(`${statistic}: needs at least one value on each side; the ${side} none`);
}

/**
 * The error of a statistic that is not defined for columns like these.
 * @param statistic the long name that opens the message
 * @param reason what follows "cannot be computed because", e.g. "all values are equal"
 */
export function cannotCompute(statistic: string, reason: string): StatisticError {
  return new StatisticError(`${statistic}: cannot be computed because ${reason}`);
}
