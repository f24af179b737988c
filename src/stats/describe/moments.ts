import type { Moments } from '../../facts/summary.ts';
import { centred } from '../depend/centred.ts';
import type { Ecdf } from './ecdf.ts';

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
