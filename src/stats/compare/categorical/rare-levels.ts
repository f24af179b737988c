import { commonLevels, type FrequencyTable } from '../../describe/frequency-table.ts';

interface Level {
  name: string;
  reference: number;
  current: number;
}

const rowsOf = ({ reference, current }: Level): number => reference + current;

const together = (a: Level, b: Level): Level => ({
  name: b.name,
  reference: a.reference + b.reference,
  current: a.current + b.current,
});

/** Most frequent last; equal ones by name, so that neither file decides. */
const byRows = (a: Level, b: Level): number => rowsOf(a) - rowsOf(b) || (a.name < b.name ? -1 : 1);

function tableOf(levels: readonly Level[], side: 'reference' | 'current', like: FrequencyTable): FrequencyTable {
  const { size, missing } = like;
  return {
    levels: levels.map(({ name }) => name),
    counts: Float64Array.from(levels, (level) => level[side]),
    size,
    missing,
  };
}

/**
 * Two tables on common levels, those put together of which few rows are expected: neighbours by how many rows of both files hold them, until so
 * many are expected of each group. Only sums over both files decide which belong together, so a test of the groups is as valid as one of
 * the levels, and a level that is frequent in one file alone stands among others as frequent. A group has the name of one of its levels.
 * O(levels · log(levels)).
 *
 * @param reference a table with at least one row
 * @param current a table with at least one row
 * @param least of all rows so many have to hold a level (in both files together)
 * @returns e.g. the counts (3, 3, 9) and (1, 1, 9) as (6, 9) and (2, 9) for 5
 */
export function withRareTogether(
  reference: FrequencyTable,
  current: FrequencyTable,
  least: number,
): { reference: FrequencyTable; current: FrequencyTable } {
  const common = commonLevels(reference, current);
  const levels = common.levels
    .map((name, i): Level => ({ name, reference: common.reference[i]!, current: common.current[i]! }))
    .filter((level) => rowsOf(level) > 0)
    .sort(byRows);
  const groups: Level[] = [];
  let isOpen = false;
  for (const level of levels) {
    const last = groups.at(-1);
    if (isOpen && last !== undefined) groups[groups.length - 1] = together(last, level);
    else groups.push(level);
    isOpen = rowsOf(groups.at(-1)!) < least;
  }
  return { reference: tableOf(groups, 'reference', reference), current: tableOf(groups, 'current', current) };
}
