/**
 * The loops that a report spends its time in, in AssemblyScript (https://www.assemblyscript.org): TypeScript's syntax with
 * WebAssembly's types. `usize` is an address in the memory that the caller lays out; nothing is allocated here.
 * `npm run kernel` compiles it.
 */
export { association } from './association';
export { binCodes, codeSums, crossCounts, extent, fourSquares, fourSums, histograms, pairCounts } from './bins';
export { midRanks } from './ranks';
export { blockCounts, calibration, drawnSums, thresholds } from './scores';
export { ascending, ascendingPairs } from './sort';
export { curve } from './curve';
export { compare } from './compare';
export { denseCodes } from './dense-codes';
export { deviations } from './deviations';
export { groupRows } from './group-rows';
export { groupSums } from './groups';
export { curveHeights, decimals, decimalSteps, stepHeights } from './packed';
export { dot, shift } from './products';
export { lookUp, nextAbove, outside } from './rows';

/**
 * Enlarges the memory.
 * @param bytes its size from now on, at least
 * @returns false where the machine does not give so much
 */
export function reserve(bytes: usize): bool {
  const pages = <i32>((bytes + 0xffff) >>> 16);
  const had = memory.size();
  return pages <= had || memory.grow(pages - had) >= 0;
}
