/**
 * Number of rows that repeat an earlier row, from one 64-bit hash a row. Two different rows count as equal where their
 * hashes collide: for 10⁶ rows with a probability below 10⁻⁷. O(n log n) sort of a copy.
 * @param hashes one a row
 * @returns e.g. 2 for (5, 3, 5, 5)
 */
export function countDuplicates(hashes: BigUint64Array): number {
  const words = new Uint32Array(hashes.slice().sort().buffer);
  let repeated = 0;
  for (let i = 2; i < words.length; i += 2) {
    if (words[i] === words[i - 2] && words[i + 1] === words[i - 1]) repeated++;
  }
  return repeated;
}
