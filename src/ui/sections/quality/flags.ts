import type { Side } from '../../../facts/results.ts';
import type { ReportColumn } from '../../../facts/document.ts';
import type { SidesWords } from '../../../report/side-words.ts';
import { flagsOf } from './column-facts.ts';

/** "constant", or "constant in reference" where the other file differs. */
export function flagsBySide({ quality }: ReportColumn, sides: readonly Side[], words: SidesWords): string[] {
  const bySide = sides.map((side) => ({ side, flags: flagsOf(quality[side]) }));
  const all = new Set(bySide.flatMap(({ flags }) => flags));
  return [...all].map((flag) => {
    const having = bySide.filter(({ flags }) => flags.includes(flag));
    return having.length === bySide.length
      ? flag
      : `${flag} in ${having.map(({ side }) => words[side].name).join(', ')}`;
  });
}
