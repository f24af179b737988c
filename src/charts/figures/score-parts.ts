import { sum } from 'd3-array';
import { elementAt } from '../../facts/element-at.ts';
import { words } from '../../words/words.ts';
import type { BinScore, Table } from '../data.ts';
import type { Stop } from '../stops.ts';

/** What one bin adds to each score; nothing where there are no scores. */
export function partValues(scores: readonly BinScore[] = [], bin: number): Stop['values'] {
  const parts = scores.flatMap((score) => {
    const whole = sum(score.parts);
    return whole > 0 ? [{ method: score.method, share: elementAt(score.parts, bin) / whole }] : [];
  });
  return parts.length === 0 ? [] : [{ text: words.figures.common.scoreParts(parts) }];
}

/** Columns for the figure's table: the parts as they are, which add up to the score (or to its square). */
export const partColumns = (scores: readonly BinScore[] = []): Table['columns'] =>
  scores.map(({ method }) => ({ name: words.figures.columns.scorePart(method), holds: 'number' as const }));

/** The cells of one bin under `partColumns`. */
export const partCells = (scores: readonly BinScore[] = [], bin: number): number[] =>
  scores.map(({ parts }) => elementAt(parts, bin));
