/** Which rows of a table are used; without one it is all of them. */
export type Sample =
  /** Each row with this probability, drawn by the seed. */
  | { method: 'random'; share: number }
  /** Every n-th row: the first, the (n + 1)-th … */
  | { method: 'every'; n: number }
  /** The first or the last so many rows in the order of the file. */
  | { method: 'first' | 'last'; rows: number }
  /** The so many rows with the largest values in a column of times; rows without one come last. */
  | { method: 'newest'; rows: number; by: string };

const count = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/**
 * A sample in words, for "How it was read" and errors.
 * @param sample which rows
 */
export function sampleWords(sample: Sample): string {
  switch (sample.method) {
    case 'random':
      return `random, ${count.format(sample.share * 100)} %`;
    case 'every':
      return `every ${count.format(sample.n)}th row`;
    case 'first':
    case 'last':
      return `the ${sample.method} ${count.format(sample.rows)} rows`;
    case 'newest':
      return `the ${count.format(sample.rows)} newest rows by ${sample.by}`;
  }
}

/**
 * About how many rows of a table are used.
 * @param sample which rows
 * @param rows of the table
 */
export function rowsOfSample(sample: Sample | undefined, rows: number): number {
  if (sample === undefined) return rows;
  if (sample.method === 'random') return rows * sample.share;
  return sample.method === 'every' ? rows / sample.n : Math.min(rows, sample.rows);
}
