/** Where each value of a series stands in a cycle. */
export interface Phases {
  /** The place within the cycle, counted from 0; as many values as the series has. */
  slots: Uint16Array;
  /** Which cycle, counted from 0, not descending. */
  cycles: Uint32Array;
  /** Places within the cycle. */
  slotCount: number;
  cycleCount: number;
}

/** A cycle that tells less of a series than this is none. */
const LEAST_STRENGTH = 0.02;
/** So many values tell whether there is a cycle. */
const MOST_VALUES = 32_768;
/** Fewer cycles tell nothing of one. */
const LEAST_CYCLES = 3;

/**
 * How much of a series' variance its cycle tells in cycles that it was not taken from: G = 1 − Σ (u − ū without its own
 * cycle)² / Σ u², ū the mean of the same slot. Values whose slot is in one cycle alone count in full. O(values).
 * @param series its mean taken out
 * @param phases of each value
 * @param step which value is looked at
 * @returns at most 1, about 0 or less where there is no cycle
 */
export function cycleStrength(series: Float64Array, phases: Phases, step = 1): number {
  const { slots, cycles, slotCount, cycleCount } = phases;
  const cells = slotCount * cycleCount;
  const [sums, counts] = [new Float64Array(cells), new Uint32Array(cells)];
  let sum = 0;
  for (let i = 0; i < series.length; i += step) {
    const value = series[i]!;
    const cell = cycles[i]! * slotCount + slots[i]!;
    sums[cell]! += value;
    counts[cell]!++;
    sum += value * value;
  }
  const [slotSums, slotCounts] = [new Float64Array(slotCount), new Float64Array(slotCount)];
  for (let cell = 0; cell < cells; cell++) {
    slotSums[cell % slotCount]! += sums[cell]!;
    slotCounts[cell % slotCount]! += counts[cell]!;
  }
  // Σ (u − e)² = Σ u² − Σ over cells of (2 e Σ u − n e²), e what the other cycles expect.
  let told = 0;
  for (let cell = 0; cell < cells; cell++) {
    const remaining = slotCounts[cell % slotCount]! - counts[cell]!;
    if (counts[cell] === 0 || remaining === 0) continue;
    const expected = (slotSums[cell % slotCount]! - sums[cell]!) / remaining;
    told += expected * (2 * sums[cell]! - counts[cell]! * expected);
  }
  return sum > 0 ? told / sum : 0;
}

/**
 * Whether a series has the cycle: it holds in cycles that it was not taken from, and there are three of them.
 * @param series its mean taken out
 * @param phases of each value
 */
export function hasCycle(series: Float64Array, phases: Phases): boolean {
  const step = Math.ceil(series.length / MOST_VALUES);
  return phases.cycleCount >= LEAST_CYCLES && cycleStrength(series, phases, step) > LEAST_STRENGTH;
}

/**
 * The series less the mean of each slot.
 * @param series any
 * @param phases of each value
 */
export function withoutCycle(series: Float64Array, phases: Phases): Float64Array {
  const { slots, slotCount } = phases;
  const [sums, counts] = [new Float64Array(slotCount), new Float64Array(slotCount)];
  for (let i = 0; i < series.length; i++) {
    sums[slots[i]!]! += series[i]!;
    counts[slots[i]!]!++;
  }
  return series.map((value, i) => value - sums[slots[i]!]! / counts[slots[i]!]!);
}

/**
 * The sum of the series in each cycle that has at least half as many values as the usual one.
 * @param series any
 * @param phases of each value
 */
export function cycleSums(series: Float64Array, phases: Phases): Float64Array {
  const { cycles, cycleCount } = phases;
  const [sums, counts] = [new Float64Array(cycleCount), new Uint32Array(cycleCount)];
  for (let i = 0; i < series.length; i++) {
    sums[cycles[i]!]! += series[i]!;
    counts[cycles[i]!]!++;
  }
  const usual = counts.slice().sort()[Math.floor(cycleCount / 2)] ?? 0;
  return sums.filter((_, cycle) => counts[cycle]! > 0 && counts[cycle]! >= usual / 2);
}

/** The longest cycle that is looked for without times, as a share of the series. */
const LONGEST = 1 / 12;

/**
 * The cycle of a series without times, in values: the lag k ≥ 4 of the largest autocorrelation peak after the first
 * negative one, if ρ(k) > 4 / √n.
 * @param correlations ρ(0), ρ(1), …
 * @param n of how many values they are
 * @returns null where there is none
 */
export function peakLag(correlations: Float64Array, n: number): number | null {
  const crossing = correlations.findIndex((rho) => rho < 0);
  if (crossing === -1) return null;
  const end = Math.min(correlations.length - 1, Math.floor(n * LONGEST));
  let peak: number | null = null;
  for (let lag = Math.max(4, crossing); lag < end; lag++) {
    const rho = correlations[lag]!;
    const isPeak = rho > 4 / Math.sqrt(n) && rho >= correlations[lag - 1]! && rho >= correlations[lag + 1]!;
    if (isPeak && rho > (peak === null ? 0 : correlations[peak]!)) peak = lag;
  }
  return peak;
}
