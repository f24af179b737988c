import { expect, test } from 'vitest';
import { csvLine, tabLine } from '../../src/facts/csv.ts';

test('a line of CSV: numbers whole, nothing for null, texts that no spreadsheet runs', () => {
  expect(csvLine([-0.1, 1e-300, null, '', 'a,b', 'say "x"', 'two\nlines'])).toBe(
    '-0.1,1e-300,,"","a,b","say ""x""","two\nlines"\r\n',
  );
  expect(csvLine(['=1+1', '@SUM(A1)', '+cmd', '-2', '\ttab', '=a,b'])).toBe(
    `'=1+1,'@SUM(A1),'+cmd,'-2,"'\ttab","'=a,b"\r\n`,
  );
});

test('a line for the clipboard has tabs between its cells, and none in them', () => {
  expect(tabLine(['a\tb', 1.5, null, 'c,d', '=1+1'])).toBe(`"a\tb"\t1.5\t\t"c,d"\t'=1+1\r\n`);
  expect(csvLine(['a\tb'])).toBe('"a\tb"\r\n');
});
