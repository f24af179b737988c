/** So many of the rows have to hold the level that stood there a round before. */
const SHARE = 0.95;
/** Fewer rounds tell nothing. */
const LEAST_ROUNDS = 8;

/**
 * Which of some columns of categories cycles through its levels, row by row (machine A, B, C, A, B, C, …): its rows are
 * of several machines, and each depends on the one a round before.
 * @param columns a code ≥ 0 a row
 * @returns the position of the one with the most levels; −1 for none
 */
export function findMachines(columns: readonly Int32Array[]): number {
  let [found, most] = [-1, 1];
  for (const [position, codes] of columns.entries()) {
    const levels = codes.reduce((highest, code) => Math.max(highest, code + 1), 0);
    if (levels > most && codes.length >= LEAST_ROUNDS * levels && isRound(codes, levels))
      [found, most] = [position, levels];
  }
  return found;
}

function isRound(codes: Int32Array, levels: number): boolean {
  let [repeats, neighbours] = [0, 0];
  const compared = codes.length - levels;
  for (let row = 0; row < compared; row++) {
    repeats += Number(codes[row] === codes[row + levels]);
    neighbours += Number(codes[row] === codes[row + 1]);
  }
  return repeats >= SHARE * compared && neighbours <= (1 - SHARE) * compared;
}
