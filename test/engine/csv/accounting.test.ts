import { expect, test } from 'vitest';
import { commonSign, plainNumbers } from '../../../src/engine/csv/numbers/accounting.ts';
import { isRefused, readTable } from '../../inputs/read-table.ts';

test.each([
  ['(1,234.5)', '', '-1,234.5'],
  ['1.234,00-', '', '-1.234,00'],
  ['−3,5', '', '-3,5'],
  ['- 5', '', '-5'],
  ['1.234,-', '', '1.234'],
  ["5'000.--", '', "5'000"],
  ['１２．５', '', '12.5'],
  ['$ (5)', '$', '-5'],
  ['-$5', '$', '-5'],
  ['($5)', '$', '-5'],
  ['5 €-', '€', '-5'],
  ['US$ 5', 'US$', '5'],
  ['Fr. 5.-', 'Fr.', '5'],
  ['(5 %)', '%', '-5'],
  ['5', '%', '5'],
  ['$ 5', '€', '$ 5'],
  ['A-5', '', 'A-5'],
  ['5–10', '', '5-10'],
])('%s beside “%s” is %s', (cell, sign, plain) => {
  expect(plainNumbers(sign)(cell)).toBe(plain);
});

test('a currency is one only where it is the only one', () => {
  expect(commonSign(['$ 5', '6', 'US 7'])).toBe('$');
  expect(commonSign(['$ 5', '€ 6'])).toBe('');
  expect(commonSign(['EUR 5', '6 EUR'])).toBe('EUR');
  expect(commonSign(['EURO5', 'XEUR 5'])).toBe('');
  expect(commonSign(['5 %', '6'])).toBe('');
});

test('brackets that come behind the head are read, said, and cost no cell', async () => {
  const lines = Array.from({ length: 150_000 }, (_, i) => `${String(i)},${i === 149_000 ? '(7.5)' : '1.25'}`);
  const found = await readTable([new File([`t,v\n${lines.join('\n')}\n`], 'late.csv')]);
  if (isRefused(found)) throw new Error('refused');
  expect(found.columns[1]).toMatchObject({ type: 'numeric', filled: 150_000, min: '-7.5' });
  expect(found.values['accounting-numbers v']).toMatchObject({ example: { quote: '(7.5)' } });
  expect(found.notes).not.toContain('cells-unreadable v');
});
