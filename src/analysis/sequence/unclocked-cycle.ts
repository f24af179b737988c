import { laggedProducts } from '../../stats/adjust/autocorrelation.ts';
import { hasCycle, peakLag, type Phases } from '../../stats/sequence/cycle.ts';

/** A cycle is looked for in so many rows, up to a twelfth of them long. */
const MOST_ROWS = 4096;
const LONGEST = Math.floor(MOST_ROWS / 12);

/** The cycle of a series whose rows have no times, if it has one. O(4096²/12). */
export function cycleWithoutClock(series: Float64Array): Phases | null {
  const part = series.subarray(0, MOST_ROWS);
  const lags = Math.min(LONGEST + 1, Math.floor(part.length / 12) + 1);
  const products = laggedProducts(part, Math.min(lags + 1, part.length));
  const lag = peakLag(
    products.map((product) => product / products[0]!),
    part.length,
  );
  if (lag === null) return null;
  const phases: Phases = {
    slots: Uint16Array.from(series, (_, i) => i % lag),
    cycles: Uint32Array.from(series, (_, i) => Math.floor(i / lag)),
    slotCount: lag,
    cycleCount: Math.ceil(series.length / lag),
  };
  return hasCycle(series, phases) ? phases : null;
}
