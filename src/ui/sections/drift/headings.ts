import type { ReportColumn } from '../../../facts/document/document.ts';
import type { SidesWords } from '../../../report/side-words.ts';
import { words } from '../../../words/words.ts';
import type { TableColumn } from '../../parts/table/column.ts';
import type { SortKey } from './rows.ts';

type Heading = TableColumn<ReportColumn> & { key: SortKey };

const { table, drift } = words.sections;

export const headings = (sides: SidesWords): Heading[] => {
  const { reference, current } = sides;
  const { hints } = drift;
  return [
    { key: 'column', name: table.column, hint: hints.column },
    { key: 'type', name: drift.type, hint: hints.type, align: 'start' },
    { key: 'reference', name: reference.heading, hint: hints.mean(reference), align: 'start' },
    { key: 'current', name: current.heading, hint: hints.mean(current), align: 'start' },
    { key: 'effect', name: drift.effect, hint: hints.effect, entry: 'effect', align: 'start' },
    { key: 'evidence', name: drift.evidence, hint: hints.evidence, entry: 'q_value' },
    { key: 'state', name: drift.state, hint: hints.state, entry: 'verdict', align: 'start' },
  ];
};
