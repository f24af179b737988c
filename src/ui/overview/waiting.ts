import type { Report } from '../../report/document.ts';
import { stateOf } from '../words.ts';

export const waitingColumns = ({ columns }: Report) => columns.filter((column) => stateOf(column) === 'pending').length;
