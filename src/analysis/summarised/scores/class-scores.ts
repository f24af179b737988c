import type { PerSide } from '../../../facts/document/side.ts';
import { mapSides } from '../../../facts/document/sides.ts';
import { elementAt } from '../../../facts/element-at.ts';
import { byCodePoint } from '../../../facts/by-code-point.ts';
import type { ProbabilityProblem } from '../../../facts/statements/model-statements.ts';
import { quote } from '../../../facts/statements/statement.ts';
import { SCORE_BINS, type CountedScores, type SummaryFile } from '../../../facts/summary-file.ts';
import type { Labels } from '../../model/labels.ts';

/** Probabilities of a class in one file: cells of rows that share day, thousandth and true class. */
export interface ClassScores {
  /** Of the class among all classes. */
  classIndex: number;
  /** Whether it is 1 less the probability of the other class, of two: then an end of a thousandth belongs to the next one. */
  isTurned: boolean;
  /** One place a cell: of its day among the file's days, its thousandth, its true class, its rows and the sum of their probabilities. */
  day: Uint32Array;
  bins: Uint32Array;
  truth: Uint32Array;
  n: Float64Array;
  total: Float64Array;
}

/** A file's probabilities: of the positive class alone, or of each class in their order. */
export interface SideScores {
  /** How many days hold any. */
  days: number;
  classes: ClassScores[];
}

export interface FoundScores {
  /** The class that each column is the probability of. */
  columns: { column: string; label: string }[];
  sides: PerSide<SideScores>;
  /** What stands in the way of using some. */
  problem: ProbabilityProblem | null;
}

const unused = (problem: ProbabilityProblem | null): FoundScores => ({ columns: [], sides: {}, problem });

/**
 * The probabilities that files count by class: those of the positive class, of two (or of the other, turned round), or those of all classes.
 * @param files of the sides that are measured
 * @param labels of the target, and what the classes are
 * @param asked columns that are probabilities
 */
export function classScores(
  files: PerSide<Pick<SummaryFile, 'columns' | 'model'>>,
  labels: Labels,
  asked: ReadonlySet<string>,
): FoundScores {
  const { classes } = labels;
  const known = mapSides(files, ({ model }) => model.scores.filter(({ column }) => asked.has(column)));
  const columnOf = new Map<number, { column: string; label: string }>();
  for (const { column, label } of Object.values(known).flat().sort(byColumn)) {
    const place = classOf(labels, label);
    if (place >= 0 && !columnOf.has(place)) columnOf.set(place, { column, label: elementAt(classes, place) });
  }
  if (columnOf.size === 0) return unused(null);
  const isBinary = classes.length === 2;
  const lacking = classes.findIndex((_, i) => !columnOf.has(i));
  if (!isBinary && lacking >= 0)
    return unused({ kind: 'no-column-for-class', values: { class: quote(elementAt(classes, lacking)) } });
  const used = isBinary ? [columnOf.has(1) ? 1 : 0] : classes.map((_, i) => i);
  const columns = used.flatMap((place) => columnOf.get(place) ?? []);
  const beyond = columns.filter(({ column }) => Object.values(files).some((file) => isOutside(file, column)));
  if (beyond.length > 0)
    return unused({ kind: 'not-counted-outside', values: { columns: beyond.map(({ column }) => column) } });
  const sides = mapSides(known, (scores) => sideScores(scores, labels, { used, columnOf }));
  return { columns, sides, problem: null };
}

const byColumn = (a: CountedScores, b: CountedScores): number => byCodePoint(a.column, b.column);

/** The class that a text stands for; −1 for none. */
export function classOf({ classes, target, prediction }: Labels, text: string): number {
  for (const { texts, classes: places } of [target, prediction]) {
    const place = texts.indexOf(text);
    if (place >= 0) return places[place] ?? -1;
  }
  return classes.indexOf(text);
}

/** Whether a file has values of the column that are no probabilities: of these nothing is counted by class. */
function isOutside({ columns }: Pick<SummaryFile, 'columns'>, name: string): boolean {
  const values = columns.find((column) => column.name === name)?.summary.values;
  if (values?.kind !== 'numbers') return false;
  return (values.moments.min ?? 0) < 0 || (values.moments.max ?? 1) > 1;
}

/** Rows without a time come first. */
const byDay = (a: number, b: number): number => (Number.isNaN(a) ? -1 : Number.isNaN(b) ? 1 : a - b);

interface Used {
  used: readonly number[];
  columnOf: ReadonlyMap<number, { column: string }>;
}

function sideScores(scores: readonly CountedScores[], labels: Labels, { used, columnOf }: Used): SideScores {
  const starts = [...new Set(scores.flatMap(({ days }) => [...days]))].sort(byDay);
  const places = new Map(starts.map((start, i) => [start, i]));
  return {
    days: starts.length,
    classes: used.map((place) => {
      const counted = scores.filter(({ column }) => column === columnOf.get(place)?.column);
      const found = cellsOf(counted, labels, places);
      return labels.classes.length === 2 && place === 0
        ? turned(found)
        : { classIndex: place, isTurned: false, ...found };
    }),
  };
}

type Cells = Omit<ClassScores, 'classIndex' | 'isTurned'>;

function cellsOf(scores: readonly CountedScores[], labels: Labels, places: ReadonlyMap<number, number>): Cells {
  const known = scores.filter(({ target }) => classOf(labels, target) >= 0);
  const joined = (key: 'n' | 'total'): Float64Array => Float64Array.from(known.flatMap((scored) => [...scored[key]]));
  return {
    day: Uint32Array.from(known.flatMap(({ days }) => Array.from(days, (start) => places.get(start) ?? 0))),
    bins: Uint32Array.from(known.flatMap(({ bins }) => [...bins])),
    truth: Uint32Array.from(known.flatMap(({ target, n }) => Array.from(n, () => classOf(labels, target)))),
    ...{ n: joined('n'), total: joined('total') },
  };
}

/** The probability of the positive class, of two, from that of the other. */
const turned = (cells: Cells): ClassScores => ({
  ...cells,
  classIndex: 1,
  isTurned: true,
  bins: cells.bins.map((bin) => SCORE_BINS - 1 - bin),
  total: cells.total.map((total, cell) => elementAt(cells.n, cell) - total),
});
