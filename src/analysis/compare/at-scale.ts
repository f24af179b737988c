import type { OwnScale } from '../../facts/summary.ts';
import type { Evidence, Yardstick } from '../../facts/document/comparison.ts';
import { usualLimit } from '../../stats/sequence/own-scale.ts';

/** So many rows on each side, in the proportion of those that there are, make a gap as uncertain as stretches of the reference are. */
export function sizesAtScale({ reference: n, current: m }: Evidence['rows'], gap: number): Evidence['effectiveSize'] {
  const share = Math.min(1, (n + m) / (n * m) / gap ** 2);
  return { reference: n * share, current: m * share };
}

/** The yardstick as it is said. */
export function yardstickOf(ownScale: OwnScale, normalised: (distance: number) => number): Yardstick {
  const raw = usualLimit(ownScale);
  return { windows: ownScale.stretches, effect: normalised(raw), raw };
}
