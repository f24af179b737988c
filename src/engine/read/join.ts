import { smallest } from '../../facts/extremes.ts';
import type { PreparedCsv } from '../csv/head/prepare.ts';
import { PlumblineError } from '../../facts/statements/errors.ts';

/** One of several files that make up a table. */
export interface Part {
  name: string;
  bytes: number;
}

/** Text tables put behind each other: one table to all that follows. */
export interface JoinedText {
  file: File;
  csv: PreparedCsv;
  /** Offsets at which the parts end. */
  ends: number[];
}

/**
 * What several files are called together.
 * @param files in their order
 */
export function nameOf(files: readonly { name: string }[]): string {
  const [first, ...rest] = files;
  return rest.length === 0 ? (first?.name ?? '') : `${first?.name ?? ''} and ${String(rest.length)} more`;
}

/**
 * Files in the order of their names, as people number them: `day 2` before `day 10`.
 * @param files in any order
 */
export const inOrder = <T extends { name: string }>(files: readonly T[]): T[] =>
  [...files].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

/**
 * Refuses files whose columns differ.
 * @param first the file that the others have to be like
 * @param candidate one of the others
 * @throws PlumblineError that names the columns
 */
export function refuseOtherColumns(first: Named, candidate: Named): void {
  const lacks = first.columns.filter((name) => !candidate.columns.includes(name));
  const surplus = candidate.columns.filter((name) => !first.columns.includes(name));
  if (lacks.length + surplus.length === 0) return;
  throw new PlumblineError('columns-differ', { first: first.file, lacks, surplus }, { file: candidate.file });
}

interface Named {
  file: string;
  columns: readonly string[];
}

interface TextPart {
  name: string;
  file: Blob;
  csv: PreparedCsv;
  /** Offset of the first row. */
  body: number;
}

/**
 * Puts text tables behind each other; headers and what stands before them are left out but in the first.
 * @param parts with the same columns, written alike
 */
export function joinText(parts: readonly TextPart[]): JoinedText {
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('nothing to join');
  const telling = parts.find(({ csv }) => !csv.encoding.ascii) ?? first;
  const proven = parts.find(({ csv }) => csv.habits.proven) ?? first;
  const blobs = [first.file, ...rest.map(({ file, body }) => file.slice(body))];
  let end = 0;
  const ends = blobs.map((blob) => (end += blob.size));
  const sum = (measure: (csv: PreparedCsv) => number): number =>
    parts.reduce((total, { csv }) => total + measure(csv), 0);
  return {
    file: new File(blobs, nameOf(parts)),
    ends,
    csv: {
      ...first.csv,
      frame: frameOf(parts.map(({ csv }) => csv.frame)),
      encoding: telling.csv.encoding,
      habits: proven.csv.habits,
      rows: sum(({ rows }) => rows),
      cells: sum(({ cells }) => cells),
      emptyRows: sum(({ emptyRows }) => emptyRows),
      surplus: smallest(parts.map(({ csv }) => csv.surplus)),
      tail: tailOf(parts.map(({ csv }) => csv.tail)),
      dialect: { ...first.csv.dialect, quoted: parts.some(({ csv }) => csv.dialect.quoted) },
    },
  };
}

/** What stands around the rows of all parts: titles of each file, and the file of most tables. */
function frameOf(frames: readonly PreparedCsv['frame'][]): PreparedCsv['frame'] {
  const [first] = frames;
  if (first === undefined) throw new Error('nothing to join');
  const most = frames.reduce((found, frame) => (frame.tables > found.tables ? frame : found));
  return {
    ...first,
    above: frames.flatMap(({ above }) => above),
    below: [...new Set(frames.flatMap(({ below }) => below))],
    ...{ table: most.table, tables: most.tables },
  };
}

/** What stands behind the rows of all parts. */
const tailOf = (tails: readonly PreparedCsv['tail'][]): PreparedCsv['tail'] => ({
  rows: tails.reduce((total, { rows }) => total + rows, 0),
  texts: tails.flatMap(({ texts }) => texts),
  sums: tails.some(({ sums }) => sums),
});
