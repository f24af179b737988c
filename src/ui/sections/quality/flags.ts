import type { ReportColumn } from '../../../facts/document/document.ts';
import type { Side } from '../../../facts/document/side.ts';
import type { SidesWords } from '../../../report/side-words.ts';
import { words } from '../../../words/words.ts';

const { flags, flagOfFile } = words.sections.quality;
const FLAGS = ['constant', 'almostConstant', 'identifierLike'] as const;

/** "constant", or "constant in reference" where the other file differs. */
export function flagsBySide({ quality }: ReportColumn, sides: readonly Side[], names: SidesWords): string[] {
  return FLAGS.flatMap((flag) => {
    const having = sides.filter((side) => quality[side]?.[flag]);
    return having.length === sides.length ? [flags[flag]] : having.map((side) => flagOfFile(flag, names[side]));
  });
}
