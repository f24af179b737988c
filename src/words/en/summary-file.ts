import type { SummaryProblem } from '../../facts/statements/summary-problems.ts';
import type { ErrorPlace } from '../../facts/statements/errors.ts';
import { count, day } from '../format.ts';
import { counted, listed, named, verb } from './grammar.ts';
import { quoted } from './statements/quotes.ts';

const MAKE_AGAIN = 'Make it again from the rows.';
const COPY_AGAIN = 'It may be cut off: copy it again from its source, or make it again.';
const SHOWN = 5;

const needed: Readonly<Record<Extract<SummaryProblem, { problem: 'cell' }>['needs'], string>> = {
  count: 'a whole number of at least 0',
  number: 'a number that fits the others of the row',
  day: 'a day like 2024-01-31, or nothing',
  time: 'a time like 2024-01-31 13:00:00, or nothing',
  word: 'one of the words that a summary file has there',
};

const parts: Readonly<
  Record<Extract<SummaryProblem, { problem: 'parts-differ' }>['differing'], (name: string) => string>
> = {
  columns: (name) =>
    `column “${name}” is in some of them alone, or has another type, role or origin there. Make them again for the same columns, with --edges.`,
  edges: (name) =>
    `column “${name}” was counted with other edges in some of them. Make these again with --edges and the file whose edges all are to have.`,
  telling: (name) =>
    `other categories of column “${name}” were chosen in some of them. Make these again with --edges and the file whose categories all are to have.`,
  probability: (name) =>
    `column “${name}” holds the probability of another class in some of them. Make them again for the same columns.`,
};

function otherColumns({ lacks, surplus }: Extract<SummaryProblem, { problem: 'columns' }>): string {
  const list = (names: readonly string[]): string => named(names, names.length, SHOWN);
  const points = [
    ...(lacks.length > 0 ? [`lacks the ${lacks.length === 1 ? 'column' : 'columns'} ${list(lacks)}`] : []),
    ...(surplus.length > 0 ? [`has ${list(surplus)} besides`] : []),
  ];
  return `looks like a summary file, but ${listed(points)}. Make it again with all twelve columns and no others. If it holds data, give one of its columns another name.`;
}

function cell({ kind, cell: column, value, needs }: Extract<SummaryProblem, { problem: 'cell' }>): string {
  const holds = value.quote === '' ? 'holds nothing' : `holds ${quoted(value)}`;
  return `a row of the kind “${kind}” ${holds} in “${column}”, where ${needed[needs]} has to stand. ${MAKE_AGAIN}`;
}

function sums({ name, day: start, counted: n, rows }: Extract<SummaryProblem, { problem: 'sums' }>): string {
  const date = start === null ? '' : ` of ${day(start)}`;
  return `does not add up: of column “${name}” ${counted(n, 'cell')}${date} ${verb(n, 'is', 'are')} counted, but there ${verb(rows, 'is', 'are')} ${counted(rows, 'row')}. ${COPY_AGAIN}`;
}

/** What is said after the file's name. */
function problem(values: SummaryProblem): string {
  switch (values.problem) {
    case 'columns':
      return otherColumns(values);
    case 'sampled':
      return 'is a summary file, which has to be read whole. Take the sample of its rows out of the settings.';
    case 'no-summary':
      return `is a summary file without a row of the kind “summary”. ${COPY_AGAIN}`;
    case 'version':
      return `is a summary file of the version “${values.version}”; this version of Plumbline reads “${values.needs}”. Make it again with the statements of this version.`;
    case 'unknown-kind':
      return `is a summary file with a row of the kind ${quoted(values.kind)}, which no summary file has. ${MAKE_AGAIN}`;
    case 'cell':
      return `is a summary file that cannot be read: ${cell(values)}`;
    case 'sums':
      return sums(values);
    case 'no-sums':
    case 'twice':
      return `is a summary file that cannot be read: ${repeated(values)}`;
    case 'other-edges':
      return `was counted with other edges than ${values.reference} in ${named(values.names, values.names.length, SHOWN)}. Make it again with --edges ${values.reference}.`;
    case 'rows':
      return `does not add up: it says that it counts ${counted(values.rows, 'row')}, but its days have ${count(values.counted)}. ${COPY_AGAIN}`;
    default:
      return `is a summary file that cannot be read: ${amiss(values)}`;
  }
}

type Repeatable = Extract<SummaryProblem, { problem: 'no-sums' | 'twice' }>;

type Amiss = Exclude<
  SummaryProblem,
  {
    problem:
      | 'columns'
      | 'sampled'
      | 'no-summary'
      | 'version'
      | 'unknown-kind'
      | 'cell'
      | 'sums'
      | 'rows'
      | 'other-edges'
      | 'no-sums'
      | 'twice';
  }
>;

const repeated = (values: Repeatable): string =>
  values.problem === 'twice'
    ? `it has the same row of “${values.name}” (“${values.kind}”) more than once. ${MAKE_AGAIN}`
    : `the stretches of column “${values.name}” have no sums. ${MAKE_AGAIN}`;

function binsDiffer({ name, bin, counted: values, byDay }: Extract<Amiss, { problem: 'bins-differ' }>): string {
  const held = bin === null ? `the days of column “${name}” hold` : `bin ${count(bin)} of column “${name}” holds`;
  return `${held} ${counted(values, 'value')}, but the bins of the days ${count(byDay)}. ${COPY_AGAIN}`;
}

function amiss(values: Amiss): string {
  switch (values.problem) {
    case 'place':
      return `no column, or more than one, has place ${count(values.place)}. ${COPY_AGAIN}`;
    case 'unlisted':
      return `“${values.name}” is counted (“${values.kind}”), but no row introduces it. ${COPY_AGAIN}`;
    case 'edges':
      return `edge ${count(values.edge)} of column “${values.name}” is missing or not above the one before. ${MAKE_AGAIN}`;
    case 'bin':
      return `column “${values.name}” has rows in bin ${count(values.bin)}, but only ${counted(values.edges, 'edge')}. ${COPY_AGAIN}`;
    case 'bins-differ':
      return binsDiffer(values);
    case 'outside':
      return `bin ${count(values.bin)} of column “${values.name}” has values outside of its edges. It was counted with other edges: make it again with --edges and the file that they are from.`;
    case 'surplus':
      return `${counted(values.counted, 'row')} ${verb(values.counted, 'is', 'are')} counted of “${values.name}” (“${values.kind}”), more than the ${count(values.rows)} that there are. ${MAKE_AGAIN}`;
    case 'stretches':
      return `the stretches of time of column “${values.name}” hold ${counted(values.counted, 'value')}, but its days hold ${count(values.values)}. ${COPY_AGAIN}`;
    case 'pair':
      return `the sums of the columns “${values.x}” and “${values.y}” do not go together. ${COPY_AGAIN}`;
    case 'parts-differ':
      return `the files that it was put together from do not add up: ${parts[values.differing](values.name)}`;
  }
}

/** What is wrong with a summary file. */
export const summaryProblem = (values: SummaryProblem, { file = '', row }: ErrorPlace): string =>
  `${file}${row === undefined ? '' : `, row ${count(row)},`} ${problem(values)}`;
