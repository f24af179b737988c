import { elementAt } from '../../facts/element-at.ts';
import type { SummaryKind } from '../../facts/summary-file.ts';
import type { DefinedColumn, Definitions } from './definitions.ts';
import type { SummaryTable } from './summary-table.ts';
import type { Sums, SumsByKind } from './sums.ts';

const ODD: readonly SummaryKind[] = ['missing', 'nan', 'positive-infinity', 'negative-infinity'];

/** What every row of a day is counted in once, by what a column is. */
const COUNTED_IN: Readonly<Record<string, readonly SummaryKind[]>> = {
  numeric: [...ODD, 'day-bin'],
  datetime: [...ODD, 'day-bin'],
  categorical: ['missing', 'level', 'rest'],
  boolean: ['missing', 'level', 'rest'],
};

/** Rows by day; those without a time below NaN. */
type Days = ReadonlyMap<number, number>;

function add(days: Map<number, number>, sums: Sums | undefined): void {
  for (let i = 0; i < (sums?.n.length ?? 0); i++) {
    const { starts, n } = sums!;
    const start = elementAt(starts, i);
    days.set(start, (days.get(start) ?? 0) + elementAt(n, i));
  }
}

/** Rows of all groups, or of those with one label. */
const sumOf = (sums: Sums | undefined, label?: string): number =>
  sums?.n.reduce((total, n, i) => (label === undefined || sums.labels[i] === label ? total + n : total), 0) ?? 0;

/** What is held against the rows. */
interface Held {
  bins: SumsByKind;
  days: SumsByKind;
  groups: SumsByKind;
  stretches: SumsByKind;
  confusion: SumsByKind;
  scores: SumsByKind;
}

/**
 * Holds what was counted against the rows, that of each column day by day: a file that is cut off, or holds something twice, does not add up.
 * @param table the summary file
 * @param definitions what it says before it counts
 * @param held its sums
 * @throws PlumblineError that names the column and the day
 */
export function checkSums(table: SummaryTable, { rows, columns }: Definitions, held: Held): void {
  const rowsByDay = new Map<number, number>();
  for (const sums of held.days.get('rows')?.values() ?? []) add(rowsByDay, sums);
  const counted = [...rowsByDay.values()].reduce((total, n) => total + n, 0);
  if (counted !== rows) throw table.problem({ problem: 'rows', counted, rows });
  const names = new Set(columns.map(({ name }) => name));
  for (const [kind, sums] of [...held.days, ...held.groups, ...held.stretches, ...held.scores]) {
    const unlisted = [...sums.keys()].find((name) => kind !== 'rows' && kind !== 'error' && !names.has(name));
    if (unlisted !== undefined) throw table.problem({ problem: 'unlisted', kind, name: unlisted });
  }
  for (const column of columns) {
    checkColumn(table, column, { rowsByDay, counted: held.days });
    checkBins(table, column, held);
    checkStretches(table, column, held);
  }
  for (const kind of ['error', 'score', 'confusion'] as const) {
    const found = [held.stretches, held.scores, held.confusion].flatMap((kinds) => [...(kinds.get(kind) ?? [])]);
    const surplus = found.find(([, sums]) => sumOf(sums) > rows);
    if (surplus !== undefined) {
      throw table.problem({ problem: 'surplus', kind, name: surplus[0], counted: sumOf(surplus[1]), rows });
    }
  }
}

function checkColumn(
  table: SummaryTable,
  { name, type }: DefinedColumn,
  { rowsByDay, counted }: { rowsByDay: Days; counted: SumsByKind },
): void {
  const kinds = COUNTED_IN[type];
  const days = new Map<number, number>();
  for (const kind of kinds ?? (['missing'] satisfies SummaryKind[])) add(days, counted.get(kind)?.get(name));
  const isWrong = (day: number): boolean => {
    const [n, rows] = [days.get(day) ?? 0, rowsByDay.get(day) ?? 0];
    // Texts are counted where they are missing alone.
    return kinds === undefined ? n > rows : n !== rows;
  };
  const wrong = [...new Set([...rowsByDay.keys(), ...days.keys()])].find(isWrong);
  if (wrong === undefined) return;
  const day = Number.isNaN(wrong) ? null : wrong;
  throw table.problem({ problem: 'sums', name, day, counted: days.get(wrong) ?? 0, rows: rowsByDay.get(wrong) ?? 0 });
}

/** Bins hold as many values on the whole as by day, and so do days. */
function checkBins(table: SummaryTable, { name }: DefinedColumn, { bins, days }: Held): void {
  const [whole, byDay] = [countsOf(bins.get('bin')?.get(name)), countsOf(bins.get('day-bin')?.get(name))];
  const bin = [...new Set([...whole.keys(), ...byDay.keys()])].find((one) => whole.get(one) !== byDay.get(one));
  if (bin !== undefined) {
    const values = { counted: whole.get(bin) ?? 0, byDay: byDay.get(bin) ?? 0 };
    throw table.problem({ problem: 'bins-differ', name, bin, ...values });
  }
  const [inDays, inBins] = [days.get('day')?.get(name), days.get('day-bin')?.get(name)];
  if (sumOf(inDays) !== sumOf(inBins)) {
    throw table.problem({ problem: 'bins-differ', name, bin: null, counted: sumOf(inDays), byDay: sumOf(inBins) });
  }
}

const countsOf = (sums: Sums | undefined): Map<number, number> =>
  new Map(Array.from(sums?.bins ?? [], (bin, i): [number, number] => [bin, sums!.n[i] ?? 0]).filter(([, n]) => n > 0));

/** Every number or category that has a time is in one stretch. */
function checkStretches(table: SummaryTable, column: DefinedColumn, held: Held): void {
  const { name, type } = column;
  // Times have no stretches, and neither have texts.
  if (type === 'datetime' || COUNTED_IN[type] === undefined) return;
  const { days, stretches } = held;
  const values = (['day-bin', 'level', 'rest'] as const).reduce(
    (sum, kind) => sum + timedSum(days.get(kind)?.get(name)),
    0,
  );
  const counted = timedSum(stretches.get('stretch')?.get(name));
  if (counted !== values) throw table.problem({ problem: 'stretches', name, counted, values });
  checkTelling(table, column, held);
}

/** And so is every telling category. */
function checkTelling(table: SummaryTable, { name, telling }: DefinedColumn, { days, groups, stretches }: Held): void {
  const untimed = [...(days.get('rows')?.values() ?? [])].reduce((sum, rows) => sum + sumOf(rows) - timedSum(rows), 0);
  const [levels, inStretches] = [groups.get('level')?.get(name), stretches.get('level-stretch')?.get(name)];
  const rest = sumOf(groups.get('rest')?.get(name));
  for (const level of telling.filter((label) => levels?.labels.includes(label))) {
    const [values, counted] = [sumOf(levels, level), sumOf(inStretches, level)];
    // Of several files one may have it among the rest.
    const fits = counted <= values + rest && counted >= values - untimed;
    if (!fits) throw table.problem({ problem: 'stretches', name, counted, values });
  }
}

const timedSum = (sums: Sums | undefined): number =>
  sums?.n.reduce((total, n, i) => (Number.isNaN(sums.starts[i]) ? total : total + n), 0) ?? 0;
