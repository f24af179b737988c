/** Bytes from the start of a kernel's memory. */
export type Address = number;

/** What the compiled module offers; what is given to each: see `assembly/`. */
export interface Calls {
  memory: WebAssembly.Memory;
  reserve(bytes: number): number;
  ascending(values: Address, spare: Address, count: number, workspace: Address): void;
  ascendingPairs(
    ...given: [
      ...[values: Address, numbers: Address, spare: Address, spareNumbers: Address],
      ...[count: number, workspace: Address],
    ]
  ): void;
  midRanks(
    ...given: [values: Address, order: Address, count: number, present: Address, ranks: Address, found: Address]
  ): void;
  thresholds(
    ...given: [
      ...[scores: Address, truth: Address, count: number],
      ...[thresholds: Address, positives: Address, negatives: Address],
    ]
  ): number;
  calibration(scores: Address, truth: Address, count: number, bins: number, table: Address): void;
  blockCounts(
    ...given: [
      ...[codes: Address, truth: Address, places: Address, count: number],
      ...[length: number, size: number, sums: Address],
    ]
  ): void;
  drawnSums(sums: Address, times: Address, count: number, width: number, drawn: Address): void;
  curve(
    ...given: [
      ...[rows: Address, missing: Address, count: number, values: Address, spare: Address],
      ...[counts: Address, upTo: Address, tally: Address, workspace: Address],
    ]
  ): number;
  compare(
    ...given: [
      ...[a: Address, aUpTo: Address, aCount: number],
      ...[b: Address, bUpTo: Address, bCount: number, found: Address],
    ]
  ): void;
  denseCodes(
    ...given: [values: Address, count: number, keys: Address, owners: Address, bits: number, codes: Address]
  ): number;
  deviations(
    ...given: [values: Address, upTo: Address, count: number, centre: number, scale: number, found: Address]
  ): void;
  decimalSteps(values: Address, count: number, scale: number, before: number, steps: Address): number;
  decimals(
    ...given: [steps: Address, count: number, width: number, scale: number, before: number, values: Address]
  ): number;
  curveHeights(packed: Address, end: Address, count: number, counts: Address, upTo: Address): void;
  stepHeights(
    ...given: [upTo: Address, count: number, before: number, singles: number, packed: Address, left: Address]
  ): number;
  groupSums(
    ...given: [
      ...[values: Address, missing: Address, codes: Address, count: number],
      ...[centres: Address, counts: Address, sums: Address, squared: boolean],
    ]
  ): void;
  outside(
    ...given: [
      ...[values: Address, missing: Address, count: number, low: number, high: number],
      ...[found: Address, most: number],
    ]
  ): number;
  lookUp(
    ...given: [
      ...[values: Address, missing: Address, count: number],
      ...[tops: Address, table: Address, classes: number, found: Address],
    ]
  ): number;
  nextAbove(counts: Address, start: number, size: number, bar: number): number;
  groupRows(
    ...given: [
      ...[codes: Address, rows: number, levels: number, batches: Address],
      ...[starts: Address, order: Address, ordered: Address],
    ]
  ): void;
  association(
    ...given: [
      ...[order: Address, starts: Address, height: number, y: Address, width: number, batches: Address, own: Address],
      ...[xTotals: Address, yTotals: Address, counts: Address, weights: Address, cells: Address, ends: Address],
      ...[sums: Address, stretchRows: Address, found: Address],
    ]
  ): void;
  extent(values: Address, codes: Address, count: number, found: Address): void;
  binCodes(
    ...given: [
      ...[values: Address, count: number, edges: Address, starts: Address],
      ...[cells: number, first: number, scale: number],
      ...[codes: Address, bytes: number, none: number],
    ]
  ): void;
  histograms(
    ...given: [values: Address, groups: Address, count: number, edges: Address, bins: number, table: Address]
  ): void;
  crossCounts(codes: Address, groups: Address, count: number, width: number, table: Address): void;
  pairCounts(
    ...given: [
      ...[first: Address, second: Address, count: number, width: number],
      ...[values: Address, counts: Address, sums: Address],
    ]
  ): void;
  codeSums(values: Address, codes: Address, count: number, counts: Address, sums: Address): void;
  fourSums(
    ...given: [
      ...[codes: Address, count: number, a: Address, b: Address, c: Address, d: Address],
      ...[starts: Address, counts: Address, sums: Address],
    ]
  ): void;
  fourSquares(
    ...given: [
      ...[codes: Address, count: number, a: Address, b: Address, c: Address, d: Address],
      ...[means: Address, squares: Address],
    ]
  ): void;
  dot(x: Address, y: Address, count: number): number;
  shift(
    ...given: [values: Address, squares: Address, present: Address, count: number, by: number, found: Address]
  ): void;
}
