import { words } from '../../words/words.ts';
import type { BinScore, Table } from '../data.ts';
import type { Reading } from '../reading.ts';
import type { Stop } from '../stops.ts';

const nameOf = ({ method }: BinScore) => words.methods[method].short;

/** "makes 31% of PSI, 28% of Jensen–Shannon": what one bin adds to each score. */
export function readParts(scores: BinScore[] | undefined, at: number, read: Reading): Stop['values'] {
  const parts = (scores ?? []).flatMap((score) => {
    const whole = score.parts.reduce((sum, part) => sum + part, 0);
    return whole > 0 ? [`${read.share((score.parts[at] ?? 0) / whole)} of ${nameOf(score)}`] : [];
  });
  return parts.length === 0 ? [] : [{ text: `makes ${parts.join(', ')}` }];
}

/** Columns for the figure's table: the parts as they are, which add up to the score (or to its square). */
export function partColumns(scores: BinScore[] | undefined): Table['columns'] {
  return (scores ?? []).map((score) => ({ name: `part of ${nameOf(score)}`, holds: 'number' as const }));
}

/** The cells of one bin under `partColumns`. */
export const partCells = (scores: BinScore[] | undefined, at: number): (number | null)[] =>
  (scores ?? []).map(({ parts }) => parts[at] ?? null);
