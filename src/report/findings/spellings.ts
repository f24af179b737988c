import { spellingKey } from '../../analysis/infer/spelling.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { Side } from '../../facts/document/side.ts';
import type { RowsAsked } from '../../facts/rows.ts';
import { columnFinding, type RowFacts } from './finding.ts';
import { knownValues, type Known } from './known-values.ts';
import { rowsWith } from './rows.ts';

/** Categories that differ in case, blanks or accents alone; of high severity where the current file has spellings of its own. */
export const spellings = columnFinding('spellings', rarerSpellings, ({ result }) => {
  if (result.distribution?.kind !== 'categorical') return [];
  const [reference, current] = [knownValues(result, 'reference'), knownValues(result, 'current')];
  const severalWays = spelledSeveralWays({ reference, current });
  const [first] = severalWays;
  if (first === undefined) return [];
  const names = first.map((name) => quote(name, (reference.get(name) ?? 0) + (current.get(name) ?? 0)));
  const isNew = reference.size > 0 && severalWays.flat().some((name) => !reference.has(name));
  return [
    { severity: isNew ? 'high' : 'low', value: severalWays.length, values: { categories: severalWays.length, names } },
  ];
});

/** The spellings of each category that has several, the most frequent one first. */
function spelledSeveralWays({ reference, current }: Record<Side, Known>): string[][] {
  const groups = new Map<string, string[]>();
  for (const name of new Set([...reference.keys(), ...current.keys()])) {
    const key = spellingKey(name);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const rowsOf = (name: string): number => (reference.get(name) ?? 0) + (current.get(name) ?? 0);
  return [...groups.values()]
    .filter((names) => names.length > 1)
    .map((names) => names.toSorted((a, b) => rowsOf(b) - rowsOf(a)));
}

/** Rows with another spelling than the most frequent one of their category. */
function rarerSpellings({ column }: RowFacts<'spellings'>): RowsAsked[] {
  if (column === undefined) return [];
  const known = { current: knownValues(column, 'current'), reference: knownValues(column, 'reference') };
  const rarer = spelledSeveralWays(known).flatMap(([, ...names]) => names);
  return (['current', 'reference'] as const).flatMap((side) =>
    rowsWith(
      side,
      column.name,
      rarer.filter((name) => known[side].has(name)),
    ),
  );
}
