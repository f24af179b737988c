import { centred } from '../depend/centred.ts';
import type { Ecdf } from './ecdf.ts';

/** Null where the column has too few finite values: none for mean, min and max; fewer than two for std. */
export interface Moments {
  mean: number | null;
  /** Sample standard deviation (divisor n − 1). */
  std: number | null;
  min: number | null;
  max: number | null;
}

/**
 * Mean, sample standard deviation and range of the finite values, at full precision (see `centred`).
 *
 * @param column any ECDF
 * @returns e.g. mean 2.5, std 1.2909944487358056 for (1, 2, 3, 4)
 */
export function moments(column: Ecdf): Moments {
  const { values, size } = column;
  if (size === 0) return { mean: null, std: null, min: null, max: null };
  const [min, max] = [values[0]!, values.at(-1)!];
  const { mean, std } = centred(column);
  return { mean: Math.min(Math.max(mean, min), max), std, min, max };
}
