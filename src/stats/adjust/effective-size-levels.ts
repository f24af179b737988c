import { lagged, type Lagged, type Series } from './autocorrelation.ts';

/** At most this many levels keep a channel of their own once rows are added up; the rarer ones share the last. */
const CHANNELS = 16;

// Σ over rows t of [same level at t and t + lag] − what independent rows would give, and the same for the next lag.
function pairProduct(codes: Int32Array, chance: number, lag: number): number {
  const end = Math.max(0, codes.length - lag);
  let equalPairs = 0;
  for (let row = 0; row < end; row++) {
    const code = codes[row]!;
    equalPairs += Number(code === codes[row + lag]) + Number(code === codes[row + lag + 1]);
  }
  return equalPairs - (end + Math.max(0, end - 1)) * chance;
}

// The most frequent levels by channel, the others in the last one.
function channelOfLevel(counts: Float64Array, channels: number): Uint8Array {
  const byCount = Array.from(counts.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
  const channelOf = new Uint8Array(counts.length);
  byCount.forEach((level, position) => (channelOf[level] = Math.min(position, channels - 1)));
  return channelOf;
}

// Sums of `channels` rows each of (indicator − share), a channel a level: as many cells as rows. Levels that share a
// channel vary less together, so that all is scaled to the variance of one row.
function indicatorSums(codes: Int32Array, counts: Float64Array, variance: number): Series {
  const channels = Math.min(counts.filter((count) => count > 0).length, CHANNELS);
  const channelOf = channelOfLevel(counts, channels);
  const shares = new Float64Array(channels);
  counts.forEach((count, level) => (shares[channelOf[level]!]! += count / codes.length));
  const scale = Math.sqrt(variance / (1 - shares.reduce((sum, share) => sum + share * share, 0)));
  const cells = new Float64Array(Math.ceil(codes.length / channels) * channels);
  for (let first = 0; first < codes.length; first += channels) {
    const end = Math.min(first + channels, codes.length);
    for (let row = first; row < end; row++) cells[first + channelOf[codes[row]!]!]! += scale;
    for (let i = 0; i < channels; i++) cells[first + i]! -= (end - first) * shares[i]! * scale;
  }
  return { cells, channels };
}

/**
 * The lags of a categorical column. Its autocorrelation at lag k is Cohen's kappa between the column and itself k rows
 * later, κ(k) = (P(same level) − Σ p²) / (1 − Σ p²): the mean of the autocorrelations of the level indicators, each
 * weighted by its variance p (1 − p). In processes whose levels all last alike (discrete autoregressive ones), 1 + 2 Σ κ(k)
 * is by what the chi-square statistic of the level shares is too large on average; the weights by frequency keep it
 * steady where many levels are rare.
 *
 * A lag costs one comparison a row, however many levels there are. Once rows are added up, the 15 most frequent levels
 * are kept apart.
 *
 * Source: C. H. Weiß & R. Göb, "Measuring serial dependence in categorical time series", Advances in Statistical
 * Analysis 92 (2008), 71–89.
 *
 * @param codes one code ≥ 0 a row
 * @param counts how often each code occurs; at least two do
 */
export function laggedLevels(codes: Int32Array, counts: Float64Array): Lagged {
  const rows = codes.length;
  const chance = counts.reduce((sum, count) => sum + (count / rows) ** 2, 0);
  return {
    rows,
    atZero: rows * (1 - chance),
    pairAt: (pair) => pairProduct(codes, chance, 2 * pair),
    addedUp: () => lagged(indicatorSums(codes, counts, 1 - chance)),
  };
}
