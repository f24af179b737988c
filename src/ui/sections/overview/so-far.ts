import type { Report } from '../../../facts/document.ts';
import type { Unfinished } from '../../shell/session-state.ts';
import { counted } from '../../../words/en/grammar.ts';
import { count } from '../../../words/format.ts';

const arrived = ({ quality }: Report['columns'][number]) => Object.keys(quality).length > 0;

/** What an unfinished report can say. */
export function soFar({ columns }: Report, unfinished: Unfinished): string {
  if (unfinished === 'first rows') return 'A look at the first rows, while the rest is read';
  return `${count(columns.filter(arrived).length)} of ${counted(columns.length, 'column')} looked at so far`;
}
