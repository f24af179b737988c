import type { ColumnType, Role } from './results.ts';

interface Typed {
  name: string;
  type: ColumnType;
}

interface RoleGuess {
  role: Role;
  reason: string;
}

const TARGET = /^(target|label|y|y_?true|ground[ _-]?truth|actual|outcome)$/i;
const PREDICTION = /^(predictions?|predicted|pred|y_?hat|y_?pred(icted)?|forecast)$/i;
const TIME = /^(date|time|timestamp|date[ _-]?time|ts|created([ _-]at)?)$/i;

/**
 * Guesses what each column is for. At most one column is the time, the target and the prediction: the first whose name
 * says so; the time may also be the first date column, whatever its name.
 * @param columns names and types, in file order
 */
export function inferRoles(columns: readonly Typed[]): Map<string, RoleGuess> {
  const usable = (column: Typed): boolean => column.type !== 'text';
  const named = (pattern: RegExp): Typed | undefined =>
    columns.find((column) => usable(column) && pattern.test(column.name));
  const times = columns.filter((column) => column.type === 'datetime');
  const target = named(TARGET);
  const prediction = named(PREDICTION);
  const time = times.find((column) => TIME.test(column.name)) ?? times[0];
  return new Map(
    columns.map((column): [string, RoleGuess] => {
      if (column === target) return [column.name, { role: 'target', reason: 'named like a target' }];
      if (column === prediction) return [column.name, { role: 'prediction', reason: 'named like a prediction' }];
      if (column === time) return [column.name, { role: 'time', reason: 'the first column of dates or times' }];
      if (column.type === 'identifier') return [column.name, { role: 'id', reason: 'it tells rows apart' }];
      return [column.name, { role: 'feature', reason: 'nothing says otherwise' }];
    }),
  );
}
