import type { CorrelationMatrix } from '../../../facts/results.ts';
import type { SidesWords } from '../../../report/side-words.ts';
import { sides } from '../../files/slots.ts';
import { counted } from '../../../words/en/grammar.ts';
import { count } from '../../../words/format.ts';

/** Which rows and columns a matrix speaks of. */
export function rowsSentence(matrix: CorrelationMatrix, words: SidesWords): string {
  const { columns, rowsUsed, sampled, columnsLeftOut } = matrix;
  const rows = sides.flatMap((side) =>
    rowsUsed[side] === undefined ? [] : [`${count(rowsUsed[side])} of the ${words[side].name} file`],
  );
  const of = sampled ? 'a sample of the rows' : 'rows';
  const left = columnsLeftOut > 0 ? `; ${counted(columnsLeftOut, 'column')} left out to keep it readable` : '';
  return `${counted(columns.length, 'column')}; ${of}: ${rows.join(', ')}${left}.`;
}

export const leadSentence = ({ values: { reference, current } }: CorrelationMatrix) =>
  reference && current ? 'How columns move together, and where that has changed.' : 'How columns move together.';
