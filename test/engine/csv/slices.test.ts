import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Encoding } from '../../../src/facts/settings/encodings.ts';
import { decode } from '../../../src/engine/csv/letters/encoding.ts';
import { splitRows } from '../../../src/engine/csv/slices/rows.ts';
import { readSlice } from '../../../src/engine/csv/slices/slices.ts';

/** Letters that every encoding of a kind can write, and how. */
const encodings: [encoding: Encoding, letters: string, encode: (text: string) => Uint8Array][] = [
  ['utf-8', 'aé温😀', (text) => new TextEncoder().encode(text)],
  ['utf-16le', 'aé温😀', (text) => new Uint8Array(Buffer.from(text, 'utf16le'))],
  ['utf-16be', 'aé温😀', (text) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())],
  ['windows-1252', 'aéÿß', (text) => new Uint8Array(Buffer.from(text, 'latin1'))],
  ['iso-8859-2', 'az', (text) => new Uint8Array(Buffer.from(text, 'latin1'))],
  // 表 ends in a backslash, ソ too: bytes that look like ASCII inside a letter.
  [
    'shift_jis',
    'a表ソ',
    (text) => Uint8Array.from([...text].flatMap((letter) => shiftJis.get(letter) ?? letter.charCodeAt(0))),
  ],
];
const shiftJis = new Map([
  ['表', [0x95, 0x5c]],
  ['ソ', [0x83, 0x5c]],
]);

interface Table {
  text: string;
  rows: string[][];
  delimiter: string;
  newline: '\n' | '\r';
  encoding: Encoding;
  bytes: Uint8Array;
}

/** Any table, any quoting (where a cell needs none, it may have some), any line end, in any encoding. */
const tables: fc.Arbitrary<Table> = fc
  .record({
    form: fc.constantFrom(...encodings),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    width: fc.integer({ min: 2, max: 4 }),
    lastEnd: fc.boolean(),
  })
  .chain(({ form: [encoding, letters, encode], delimiter, end, width, lastEnd }) => {
    const letter = fc.constantFrom(...letters, '"', ',', ';', '\t', '|', '\n', ' ', '1');
    const cell = fc.record({ text: fc.string({ unit: letter, maxLength: 6 }), quoted: fc.boolean() });
    const row = fc.array(cell, { minLength: width, maxLength: width });
    return fc.array(row, { minLength: 1, maxLength: 30 }).map((cells): Table => {
      const written = cells.map((fields) =>
        fields
          .map(({ text, quoted }) =>
            quoted || /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text,
          )
          .join(delimiter),
      );
      const text = written.join(end) + (lastEnd ? end : '');
      const newline = end === '\r' ? '\r' : '\n';
      const rows = cells.map((fields) => fields.map((field) => field.text));
      return { text, rows, delimiter, newline, encoding, bytes: encode(text) };
    });
  });

async function sliced(table: Table, size: number): Promise<string[][]> {
  const { delimiter, newline, encoding } = table;
  const file = new Blob([table.bytes as BlobPart]);
  const rows: string[][] = [];
  for (let start = 0; start < file.size;) {
    const slice = await readSlice(file, { start, size, delimiters: [delimiter], encoding, newline, dropLines: 0 });
    expect(slice.end).toBeGreaterThan(start);
    for (const { fields } of splitRows(decode(slice.bytes, 'utf-8').text, { delimiter, newline })) rows.push(fields);
    start = slice.end;
  }
  return rows;
}

test('any table, in any quoting and encoding, has the same rows whatever the slices', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.integer({ min: 1, max: 400 }), async (table, size) => {
      expect(await sliced(table, size)).toEqual(table.rows);
    }),
    { numRuns: 600, seed: 7 },
  );
});
