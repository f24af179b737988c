import { quote } from '../../facts/statements/statement.ts';
import type { RowsAsked } from '../../facts/rows.ts';
import { columnFinding, type RowFacts } from './finding.ts';
import { knownValues, namesAll, type Known } from './known-values.ts';
import { rowsWith } from './rows.ts';

const WITH_ZEROS = /^0+[0-9]+$/;
const hasZeros = (value: string): boolean => WITH_ZEROS.test(value);
const withoutZeros = (value: string): string => value.replace(/^0+(?=[0-9])/, '');

const FILES = [
  { side: 'current', other: 'reference' },
  { side: 'reference', other: 'current' },
] as const;

/**
 * Codes that begin with zeros in one file and are the same without them in the other, which has no such code: "00501" and
 * "501". Only values that the report names are looked at; how many rows they are in is a lower bound where it does not
 * name them all.
 */
export const leadingZerosLost = columnFinding('leading-zeros-lost', bareRows, ({ result }) => {
  const known = { reference: knownValues(result, 'reference'), current: knownValues(result, 'current') };
  return FILES.flatMap(({ side, other: otherSide }) => {
    const [bareValues, having] = [known[side], known[otherSide]];
    const codes = lostIn(bareValues, having);
    const [first] = codes;
    if (first === undefined) return [];
    const rows = codes.map((code) => bareValues.get(withoutZeros(code)));
    const total = rows.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    const bare = withoutZeros(first);
    const values = {
      ...{ side, codes: codes.length, rows: total, all: namesAll(result) && !rows.includes(undefined) },
      ...{ code: quote(first, having.get(first)), bare: quote(bare, bareValues.get(bare)) },
    };
    return [{ severity: 'high', side, value: codes.length, values }];
  });
});

/** The codes of one file whose zeros the other one lost. */
function lostIn(bareValues: Known, having: Known): string[] {
  if ([...bareValues.keys()].some(hasZeros)) return [];
  return [...having.keys()].filter(
    (code) => hasZeros(code) && bareValues.has(withoutZeros(code)) && !having.has(withoutZeros(code)),
  );
}

function bareRows({ column, values: { side } }: RowFacts<'leading-zeros-lost'>): RowsAsked[] {
  if (column === undefined) return [];
  const otherSide = side === 'current' ? 'reference' : 'current';
  return rowsWith(
    side,
    column.name,
    lostIn(knownValues(column, side), knownValues(column, otherSide)).map(withoutZeros),
  );
}
