import type { ReadNote } from '../../../facts/statements/reading.ts';
import { quote } from '../../../facts/statements/statement.ts';
import { looksTyped } from '../head/cells.ts';
import type { PreparedCsv } from '../head/prepare.ts';

/**
 * What the head of a file shows that a person should know: names that could be values, texts that count as missing.
 * @param csv what its head showed
 */
export function describeHead({ dialect, heads, habits, sums, ...csv }: PreparedCsv): ReadNote[] {
  const holding = heads.filter(({ missing }) => missing.length > 0);
  const texts = [...new Set(holding.flatMap(({ missing }) => missing.map(({ text }) => text)))];
  const values = { texts, columns: holding.map(({ name }) => name) };
  return [
    ...describeFrame({ dialect, heads, ...csv }),
    ...(sums === null
      ? []
      : [
          {
            kind: 'sums-among-rows',
            values: { rows: sums.rows, row: sums.row, example: quote(sums.example) },
            severity: 'warning',
            row: sums.row,
          } satisfies ReadNote,
        ]),
    ...describeNames({ dialect, heads, habits }),
    ...(texts.length === 0 ? [] : [{ kind: 'missing-texts', values, severity: 'info' } satisfies ReadNote]),
  ];
}

/**
 * Says that names could be values.
 * @param csv what its head showed
 */
export function describeNames({
  dialect,
  heads,
  habits,
}: Pick<PreparedCsv, 'dialect' | 'heads' | 'habits'>): ReadNote[] {
  const names = heads.map(({ name }) => name).filter(looksTyped);
  const told = habits.options.header !== undefined || !dialect.header;
  return told || names.length === 0 ? [] : [{ kind: 'numbers-as-names', values: { names }, severity: 'info' }];
}

/**
 * What stands around the table, and how its names fit.
 * @param csv what its head showed
 */
export function describeFrame({
  dialect,
  heads,
  frame,
  namesTwice,
  tail,
}: Pick<PreparedCsv, 'dialect' | 'heads' | 'frame' | 'namesTwice' | 'tail'>): ReadNote[] {
  const { unnamed, rowNames, above, below, table, tables } = frame;
  const width = heads.length;
  const [example] = tail.texts;
  return [
    ...(dialect.wrapped ? [{ kind: 'lines-in-quotes', values: {}, severity: 'info' } satisfies ReadNote] : []),
    ...aboveNotes(above),
    ...(unnamed === 0
      ? []
      : [{ kind: 'names-fewer', values: { named: width - unnamed, width }, severity: 'warning' } satisfies ReadNote]),
    ...(namesTwice.length === 0
      ? []
      : [{ kind: 'names-twice', values: { names: namesTwice }, severity: 'info' } satisfies ReadNote]),
    ...(rowNames
      ? [{ kind: 'row-names', values: { column: heads[0]?.name ?? '' }, severity: 'info' } satisfies ReadNote]
      : []),
    ...(below.length === 0
      ? []
      : [{ kind: 'lines-below-names', values: { texts: below }, severity: 'info' } satisfies ReadNote]),
    ...(tables < 2
      ? []
      : [{ kind: 'tables-stacked', values: { table, tables }, severity: 'warning' } satisfies ReadNote]),
    ...(example === undefined
      ? []
      : [
          {
            kind: 'tail-left-out',
            values: { rows: tail.texts.length, sums: tail.sums, example: quote(example) },
            severity: 'warning',
          } satisfies ReadNote,
        ]),
  ];
}

const MOST_LINES = 6;

/** Titles and the like above the names. */
const aboveNotes = (lines: readonly string[]): ReadNote[] =>
  lines.length === 0
    ? []
    : [
        {
          kind: 'lines-above-names',
          values: { lines: lines.length, examples: lines.slice(0, MOST_LINES).map((line) => quote(line)) },
          severity: 'info',
        },
      ];
