import type { Report } from '../../report/document.ts';
import { count, counted } from '../format.ts';

const arrived = ({ quality }: Report['columns'][number]) => Object.keys(quality).length > 0;

/** What an unfinished report can say. */
export const soFar = ({ columns }: Report) =>
  `${count(columns.filter(arrived).length)} of ${counted(columns.length, 'column')} looked at so far`;
