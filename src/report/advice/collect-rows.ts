import type { ReportColumn } from '../../facts/document/document.ts';
import { advising } from './advising.ts';

/** A number of rows far from that of the files hangs on what these few rows say of their worth: it is no plan. */
const MOST_TIMES = 10;

interface Lacking {
  column: ReportColumn;
  lacking: { reference: number; current: number };
  /** The rows that are needed, in those that there are. */
  times: number;
}

/** How many more rows would be enough to say whether a column changed: of the target, else of one that moved, else of one with too few data, that which takes fewest. Not of a sample, of which there are more, nor of two models' rows. */
export const collectRows = advising('collect-rows', ({ report: { columns, verdict, performance } }) => {
  if (performance?.state === 'measured' && performance.twoModels) return null;
  if (verdict.statements?.detail.some(({ kind }) => kind === 'sample')) return null;
  const [first] = columns
    .flatMap(lackingRows)
    .sort((a, b) => importance(a.column) - importance(b.column) || a.times - b.times);
  if (first === undefined) return null;
  const { column, lacking } = first;
  return { values: { column: column.name, lacking }, restsOn: [{ section: 'drift', column: column.name }] };
});

const importance = ({ role, drift }: ReportColumn): number =>
  role === 'target' ? 0 : drift?.state === 'moved' ? 1 : 2;

/** By the number of rows that the column's verdict names; none where it names none. */
function lackingRows(column: ReportColumn): Lacking[] {
  const { why = [], evidence, yardstick, within } = column.drift ?? {};
  const said = why.find(({ kind }) => kind === 'counterfactual')?.values;
  if (evidence === undefined || said === undefined || !isMoreRows(said)) return [];
  // Where stretches of the reference, strata or bins stand between rows and verdict, the number is no promise.
  if (yardstick !== undefined || within !== undefined || evidence.pValueBounds !== undefined) return [];
  const { reference, current } = evidence.rows;
  const times = said.rows / Math.min(reference, current);
  const lacking = { reference: Math.max(0, said.rows - reference), current: Math.max(0, said.rows - current) };
  return times > MOST_TIMES || lacking.reference + lacking.current === 0 ? [] : [{ column, lacking, times }];
}

const isMoreRows = (values: object): values is { change: 'more-rows'; rows: number } =>
  'change' in values && values.change === 'more-rows';
