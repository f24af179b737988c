import type { BinSums } from '../../../facts/summary.ts';
import type { Bounded } from './bounded.ts';
import { sharedBins, sizeOf, type SharedBin } from './shares.ts';

/**
 * Wasserstein-1 distance, ∫ |F − G| dx, of columns that are known by bins. The sum of a bin's values gives ∫ (F − G) dx over it, so that
 * the distance is exact where the curves do not cross within the bin; where they may, the largest area that
 * curves with these ends and this integral can have between them is the bound. In the column's own unit. O(bins).
 *
 * @param reference at least one value
 * @param current at least one value, counted on the same edges
 */
export function boundedArea(reference: BinSums, current: BinSums): Bounded {
  const sizes = { reference: sizeOf(reference), current: sizeOf(current) };
  let [value, atMost] = [0, 0];
  let from = NaN;
  sharedBins(reference, current).forEach((bin, i) => {
    const [start, end] = [leastOf(bin), greatestOf(bin)];
    // Between the last value of one bin and the first of the next both curves are flat.
    if (Number.isFinite(start)) {
      const flat = Number.isNaN(from) ? 0 : (start - from) * Math.abs(bin.before.reference - bin.before.current);
      const inside = insideOf(bin, {
        start,
        end,
        signed: signedOf({ reference, current, sizes }, { bin, i, end, start }),
      });
      value += flat + inside.value;
      atMost += flat + inside.atMost;
      from = end;
    }
  });
  return { value, atMost: Math.max(value, atMost) };
}

const leastOf = ({ reference, current }: SharedBin): number =>
  Math.min(reference?.least ?? Infinity, current?.least ?? Infinity);
const greatestOf = ({ reference, current }: SharedBin): number =>
  Math.max(reference?.greatest ?? -Infinity, current?.greatest ?? -Infinity);

interface Columns {
  reference: BinSums;
  current: BinSums;
  sizes: { reference: number; current: number };
}

interface Stretch {
  bin: SharedBin;
  i: number;
  start: number;
  end: number;
}

/** ∫ (F − G) dx from the first value of a bin to its last. */
function signedOf({ reference, current, sizes }: Columns, { bin, i, start, end }: Stretch): number {
  const rise = ({ counts, totals, origin }: BinSums, size: number): number =>
    (counts[i]! * (end - origin) - totals[i]!) / size;
  const level = (end - start) * (bin.before.reference - bin.before.current);
  return level + rise(reference, sizes.reference) - rise(current, sizes.current);
}

/** ∫ |F − G| dx over a stretch, known ∫ (F − G) dx and how far each curve can be above the other. */
function insideOf(
  { before, after }: SharedBin,
  { start, end, signed }: { start: number; end: number; signed: number },
): Bounded {
  const width = end - start;
  const value = Math.abs(signed);
  const above = after.reference - before.current;
  const below = after.current - before.reference;
  if (width === 0 || above <= 0 || below <= 0) return { value, atMost: value };
  const share = Math.min(1, Math.max(0, (signed / width + below) / (above + below)));
  return { value, atMost: Math.max(value, width * (share * above + (1 - share) * below)) };
}
