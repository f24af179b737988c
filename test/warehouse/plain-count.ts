import { SUMMARY_FILE_VERSION } from '../../src/facts/summary-file.ts';
import type { FrozenEdges, LongRow } from '../../src/warehouse/frozen-edges.ts';
import type { RequestedColumn, SummaryRequest } from '../../src/warehouse/request.ts';
import type { Cell, Table } from './random-table.ts';

const DAY = 86_400_000;

/** Adds rows of the long table up, by all that they are of. */
class LongTable {
  readonly rows = new Map<string, LongRow & { n: number }>();

  put(row: LongRow): void {
    this.rows.set(JSON.stringify(row), row as LongRow & { n: number });
  }

  count(key: LongRow, x?: number, origin = 0, n = 1): void {
    const place = JSON.stringify(key);
    const row = this.rows.get(place) ?? { ...key, n: 0 };
    this.rows.set(place, row);
    row.n += n;
    if (x === undefined) return;
    row.total = Number(row.total ?? 0) + (x - origin);
    row.squares = Number(row.squares ?? 0) + (x - origin) ** 2;
    row.least = Math.min(Number(row.least ?? Infinity), x);
    row.greatest = Math.max(Number(row.greatest ?? -Infinity), x);
  }
}

/** Left out of a row that has no use for it. */
const without = (row: LongRow, ...names: (keyof LongRow)[]): LongRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name as keyof LongRow)));

/** The summary of a table as loops over its rows make it: slow and plain, the measure of the statements. */
export function plainCount(table: Table, request: SummaryRequest, frozen: FrozenEdges): LongRow[] {
  const { columns, rows } = table;
  const long = new LongTable();
  const at = (name: string | null): number => columns.findIndex((column) => column.name === name);
  const ofRole = (role: string, ...types: string[]): number =>
    columns.findIndex((column) => column.role === role && types.includes(column.type));
  const edgesOf = ({ name }: RequestedColumn): readonly number[] => frozen.edges.get(name) ?? [];
  const originOf = (column: RequestedColumn): number => edgesOf(column)[Math.floor(edgesOf(column).length / 2)] ?? 0;
  const isNumber = ({ type }: RequestedColumn): boolean => type === 'number' || type === 'time';
  const isLevels = ({ type }: RequestedColumn): boolean => type === 'category' || type === 'boolean';
  const finite = (cell: Cell | undefined): cell is number => typeof cell === 'number' && Number.isFinite(cell);
  const listed = columns.map((column, place) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const cell = row[place] ?? null;
      if (cell !== null && isLevels(column)) counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
    }
    const order = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
    const ranked = [...counts].sort(([a, n], [b, m]) => m - n || order(a, b)).map(([label]) => label);
    return new Set(ranked.slice(0, request.mostLevels));
  });
  const multiplied = columns
    .flatMap((column, place) =>
      column.type === 'number' && ['feature', 'target', 'prediction', 'probability'].includes(column.role)
        ? [place]
        : [],
    )
    .slice(0, request.mostProducts);

  long.put({ kind: 'summary', name: SUMMARY_FILE_VERSION, other: 'duckdb', bin: request.bins, n: rows.length });
  columns.forEach((column, bin) => {
    const { name, type, role, ofClass } = column;
    long.put({ kind: 'column', name, label: type, other: role, bin, total: isNumber(column) ? originOf(column) : 0 });
    if (ofClass !== undefined) long.put({ kind: 'probability', name, label: ofClass, bin: 0 });
    edgesOf(column).forEach((edge, place) => {
      long.put({ kind: 'edge', name, bin: place, least: edge, greatest: edge });
    });
    frozen.telling.get(name)?.forEach((label, place) => {
      long.put({ kind: 'telling', name, label, bin: place });
    });
    if (type === 'text') {
      const texts = new Set(rows.map((row) => row[bin]).filter((cell) => cell !== null));
      long.put({ kind: 'distinct', name, n: texts.size });
    }
  });

  const others = new Map<string, Set<string>>();
  for (const row of rows) {
    const time = row[at(request.time)];
    const iso = finite(time) ? new Date(Math.floor(time / request.stretch) * request.stretch).toISOString() : null;
    const day = finite(time) ? new Date(Math.floor(time / DAY) * DAY).toISOString().slice(0, 10) : null;
    const stretch = iso === null ? null : iso.slice(0, 19).replace('T', ' ');
    const segment = request.segment === null ? null : (row[columns.length] ?? null);
    const byDay = { period: day, segment };
    long.count({ kind: 'rows', ...byDay });
    columns.forEach((column, place) => {
      const { name } = column;
      const cell = row[place] ?? null;
      if (cell === null) long.count({ kind: 'missing', ...byDay, name });
      else if (isNumber(column) && typeof cell === 'number') {
        if (Number.isNaN(cell)) long.count({ kind: 'nan', ...byDay, name });
        else if (cell === Infinity) long.count({ kind: 'positive-infinity', ...byDay, name });
        else if (cell === -Infinity) long.count({ kind: 'negative-infinity', ...byDay, name });
        else {
          const bin = edgesOf(column).filter((edge) => edge < cell).length;
          long.count({ kind: 'bin', name, bin }, cell, originOf(column));
          long.count({ kind: 'day', ...byDay, name }, cell, originOf(column));
          long.count({ kind: 'day-bin', ...byDay, name, bin });
          if (stretch !== null && column.type === 'number') {
            long.count({ kind: 'stretch', period: stretch, segment, name }, bin);
          }
        }
      } else if (isLevels(column)) {
        const label = String(cell);
        if (listed[place]?.has(label)) long.count({ kind: 'level', ...byDay, name, label });
        else {
          const key = { kind: 'rest', ...byDay, name };
          long.count(key);
          others.set(JSON.stringify(key), (others.get(JSON.stringify(key)) ?? new Set()).add(label));
        }
        if (stretch !== null) {
          long.count({ kind: 'stretch', period: stretch, segment, name });
          if (frozen.telling.get(name)?.includes(label)) {
            long.count({ kind: 'level-stretch', period: stretch, segment, name, label });
          }
        }
      }
    });
    for (const [order, place] of multiplied.entries()) {
      for (const [second, otherPlace] of multiplied.entries()) {
        const [x, y] = [row[place], row[otherPlace]];
        const [column, other] = [columns[place], columns[otherPlace]];
        if (order === second || column === undefined || other === undefined) continue;
        const both = finite(x) && finite(y);
        const key = { name: column.name, other: other.name };
        long.count({ kind: 'paired', ...key }, both ? x : originOf(column), originOf(column), both ? 1 : 0);
        if (order > second) continue;
        const product = both ? (x - originOf(column)) * (y - originOf(other)) : 0;
        long.count({ kind: 'product', ...key }, product, 0, both ? 1 : 0);
      }
    }
    const [target, prediction] = ['target', 'prediction'].map((role) => row[ofRole(role, 'number')]);
    if (finite(target) && finite(prediction)) {
      const error = prediction - target;
      const size = Math.abs(target) + Math.abs(prediction);
      const errors = {
        error,
        'absolute error': Math.abs(error),
        target,
        'absolute target': Math.abs(target),
        prediction,
        ...(Math.abs(target) > 1e-150 && { 'relative error': Math.abs(error) / Math.abs(target) }),
        'symmetric error': size > 1e-150 ? (2 * Math.abs(error)) / size : 0,
      };
      for (const [name, value] of Object.entries(errors)) {
        long.count({ kind: 'error', period: stretch, segment, name }, value);
      }
    }
    const [label, predicted] = ['target', 'prediction'].map((role) => row[ofRole(role, 'category', 'boolean')] ?? null);
    if (label !== null && predicted !== null) {
      long.count({ kind: 'confusion', ...byDay, label: String(label), other: String(predicted) });
    }
    columns.forEach(({ name, role }, place) => {
      const p = row[place];
      if (role !== 'probability' || !finite(p) || p < 0 || p > 1 || label === null) return;
      long.count({ kind: 'score', ...byDay, name, label: String(label), bin: Math.min(999, Math.floor(1000 * p)) }, p);
    });
  }
  return [...long.rows].map(([key, row]) => {
    switch (row.kind) {
      case 'rest':
        return { ...row, bin: others.get(key)?.size };
      case 'paired':
        return without(row, 'least', 'greatest');
      case 'product':
      case 'stretch':
      case 'score':
        return without(row, 'squares', 'least', 'greatest');
      default:
        return row;
    }
  });
}
