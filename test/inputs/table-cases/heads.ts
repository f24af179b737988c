import type { TableCase } from './table-case.ts';

const BOTH_LINES = ['Line A Flow', 'Line A Heat', 'Line A State', 'Line B Flow', 'Line B Heat', 'Line B State'];
const THREE_LEVELS = ['Plant 1', 'Plant 2'].flatMap((plant) =>
  ['Line A', 'Line B'].flatMap((line) => ['Flow', 'Heat'].map((name) => `${plant} ${line} ${name}`)),
);

/** Names in several lines, names that are numbers, and tables below tables. */
export const HEADS: TableCase[] = [
  {
    id: 'heads-merged-names-differ',
    right: 'heads over several columns are joined with names that differ',
    rows: 30,
    names: ['Boiler Flow', 'Boiler Heat', 'Pump Speed', 'Pump Power'],
  },
  {
    id: 'heads-merged-with-key',
    right: 'a column without a head keeps its name',
    rows: 30,
    names: ['Time', 'Boiler Flow', 'Boiler Heat', 'Pump Speed', 'Pump Power'],
  },
  { id: 'heads-three-levels', right: 'three lines of names are joined', rows: 30, names: THREE_LEVELS },
  {
    id: 'heads-merged-units',
    right: 'units stand below joined names, and are no row',
    rows: 30,
    names: BOTH_LINES,
    notes: ['lines-below-names'],
  },
  {
    id: 'units-two-lines',
    right: 'units and kinds of values stand below the names',
    rows: 40,
    names: ['Time', 'Flow', 'Pressure'],
    values: { 'lines-below-names': { texts: ['m3/h', 'bar', 'Avg', 'Max'] } },
  },
  {
    id: 'toa5-three-columns',
    right: 'a line of units that is all but empty hides no names',
    rows: 48,
    names: ['TIMESTAMP', 'RECORD', 'BattV'],
    values: { 'lines-below-names': { texts: ['TS', 'RN', 'Volts', 'Min'] } },
  },
  { id: 'names-tab-hash', right: 'a mark of comments before the first name', rows: 30, names: ['t', 'v', 'w'] },
  {
    id: 'names-hash-units-above',
    right: 'of two lines behind marks of comments the lower one holds the names',
    rows: 29,
    names: ['name', 'time', 'pressure'],
  },
  {
    id: 'names-dates',
    right: 'dates over numbers are names',
    rows: 25,
    names: ['sensor', '2024-01-01', '2024-01-02', '2024-01-03'],
    notes: ['numbers-as-names'],
  },
  {
    id: 'names-years-descending',
    right: 'years over years are names where they count down',
    rows: 30,
    names: ['plant', '2023', '2022', '2021'],
    notes: ['numbers-as-names'],
  },
  { id: 'names-class-numbers', right: 'class numbers over shares are names', rows: 40, names: ['target', '0', '1'] },
  { id: 'names-count', right: 'names that count from 0', rows: 40, names: ['0', '1', '2', '3'] },
  {
    id: 'tiny-with-missing',
    right: 'rows with a missing cell right below the names are rows',
    rows: 2,
    names: ['v', 'country'],
    columns: { country: { filled: 1, first: '1.0' } },
  },
  { id: 'title-with-commas-wide', right: 'a title with more commas than the table', rows: 30, names: ['x', 'y'] },
  {
    id: 'second-table-no-blank',
    right: 'another table right below the first is none of its rows, and is said',
    rows: 30,
    columns: { id: { type: 'numeric', filled: 30 }, v: { type: 'numeric', filled: 30, max: '14.5' } },
    values: { 'tables-stacked': { table: 1, tables: 2 } },
  },
  {
    id: 'second-table-no-blank',
    right: 'and it can be chosen',
    read: { table: 2 },
    rows: 12,
    names: ['name', 'count', 'share'],
  },
  {
    id: 'three-tables',
    right: 'the last of three tables can be chosen',
    read: { table: 3 },
    rows: 10,
    names: ['F', 'G'],
    columns: { F: { first: 'q0', last: 'q9' } },
  },
  {
    id: 'tables-alike',
    right: 'a second table with the same names is said',
    rows: 20,
    values: { 'tables-stacked': { table: 1, tables: 2 } },
  },
  {
    id: 'row-before-start',
    right: 'a row with its time and words in place of numbers is a row',
    rows: 4,
    names: ['t', 'flow', 'temp'],
    columns: { t: { type: 'datetime', filled: 4 } },
    notes: ['words-among-numbers flow'],
  },
  {
    id: 'row-names-count',
    right: 'a field without a name that counts is the name of its row, which is said',
    rows: 20,
    names: ['column 1', 'x', 'y'],
    notes: ['row-names'],
  },
];
