import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastRowEnd } from '../../../src/engine/csv/slices/row-end.ts';
import { readSlice } from '../../../src/engine/csv/slices/slices.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const MARKS = { delimiter: 44, newline: 10, quote: 34, escaped: false };

test.each([
  ['a,b\n1,2\n3,', 8, 'ends behind the last newline'],
  ['a,b', 0, 'no row ends'],
  ['"x\ny",1\n"z', 8, 'a newline inside quotes ends no row'],
  ['"x\ny', 0, 'the quote is still open'],
  ['5" pipe,1\n6" pipe', 10, 'a quote inside a field is a letter'],
  ['"say ""hi\n""",2\nrest', 16, 'a doubled quote does not close'],
  ['a,"b"\r\nc', 7, 'CRLF'],
  ['a\n"b', 2, 'a row before an open quote counts'],
])('lastRowEnd of %j is %i: %s', (text, end) => {
  expect(lastRowEnd(bytes(text), MARKS)).toBe(end);
});

test.each<[string, Partial<typeof MARKS>, number, string]>([
  ["'x\ny',1\n'z", { quote: 39 }, 8, 'single quotes'],
  ['"x\ny', { quote: -1 }, 3, 'quotes are letters'],
  ['"a \\"b\nc",1\n"z', { escaped: true }, 12, 'a quote behind a backslash does not close'],
  ['"a \\\\",1\n"z', { escaped: true }, 9, 'a backslash behind a backslash is a letter'],
])('lastRowEnd of %j with %j is %i: %s', (text, marks, end) => {
  expect(lastRowEnd(bytes(text), { ...MARKS, ...marks })).toBe(end);
});

const cell = fc.string({ unit: fc.constantFrom('a', '"', '\n', ',', ' ', 'é'), maxLength: 6 });
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test('slices of any size hold whole rows, and all of them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 40 }),
      async (rows, size) => {
        const lines = rows.map((row) => `${row.map(quoted).join(',')}\n`);
        const file = new Blob([lines.join('')]);
        const starts = new Set([0]);
        let at = 0;
        for (const line of lines) starts.add((at += bytes(line).length));
        let start = 0;
        while (start < file.size) {
          const slice = await readSlice(file, {
            start,
            size,
            delimiters: [','],
            encoding: 'utf-8',
            newline: '\n',
            dropLines: 0,
          });
          expect(slice.bytes).toEqual(bytes(lines.join('')).slice(start, slice.end));
          start = slice.end;
          expect(starts).toContain(start);
        }
        expect(start).toBe(file.size);
      },
    ),
  );
});
