import { expect, test } from 'vitest';
import { csvLine } from '../../src/report/csv.ts';

test('a line of CSV: numbers whole, nothing for null, texts that no spreadsheet runs', () => {
  expect(csvLine([-0.1, 1e-300, null, '', 'a,b', 'say "x"', 'two\nlines'])).toBe(
    '-0.1,1e-300,,"","a,b","say ""x""","two\nlines"\r\n',
  );
  expect(csvLine(['=1+1', '@SUM(A1)', '+cmd', '-2', '\ttab', '=a,b'])).toBe(
    `'=1+1,'@SUM(A1),'+cmd,'-2,'\ttab,"'=a,b"\r\n`,
  );
});
