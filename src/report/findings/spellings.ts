import { spellingKey } from '../../analysis/infer/spelling.ts';
import { quote } from '../../facts/statements/statement.ts';
import { columnFinding } from './finding.ts';
import { knownValues } from './known-values.ts';

/** Categories that differ in case, blanks or accents alone; of high severity where the current file has spellings of its own. */
export const spellings = columnFinding('spellings', ({ result }) => {
  if (result.distribution?.kind !== 'categorical') return [];
  const [reference, current] = [knownValues(result, 'reference'), knownValues(result, 'current')];
  const groups = new Map<string, string[]>();
  for (const name of new Set([...reference.keys(), ...current.keys()])) {
    const key = spellingKey(name);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const severalWays = [...groups.values()].filter((names) => names.length > 1);
  const [first] = severalWays;
  if (first === undefined) return [];
  const rowsOf = (name: string): number => (reference.get(name) ?? 0) + (current.get(name) ?? 0);
  const names = first.toSorted((a, b) => rowsOf(b) - rowsOf(a)).map((name) => quote(name, rowsOf(name)));
  const isNew = reference.size > 0 && severalWays.flat().some((name) => !reference.has(name));
  return [
    { severity: isNew ? 'high' : 'low', value: severalWays.length, values: { categories: severalWays.length, names } },
  ];
});
