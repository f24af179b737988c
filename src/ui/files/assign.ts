import type { Side } from '../../facts/document/side.ts';
import { SIDES } from '../../facts/document/sides.ts';
import type { Slots } from './slots.ts';
import type { Source } from './source.ts';

const words: Record<Side, ReadonlySet<string>> = {
  reference: new Set(
    'ref reference baseline base train training fit old before previous prev historic historical golden good normal expected'.split(
      ' ',
    ),
  ),
  current: new Set(
    'cur curr current prod production new now after analysis latest recent live actual test serving monitor today'.split(
      ' ',
    ),
  ),
};

/** "steelRef_2018.csv" → steel, ref, 2018, csv */
function nameWords(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

/** The side that a file's name speaks of; null where it names none or both. */
export function sideByName(name: string): Side | null {
  const spoken = SIDES.filter((side) => nameWords(name).some((word) => words[side].has(word)));
  return spoken.length === 1 ? (spoken[0] ?? null) : null;
}

/** Tells two sources apart by their names, else by their order. */
export function assign(first: Source, second: Source): Slots {
  const [a, b] = [sideByName(first.name), sideByName(second.name)];
  const turned = a !== b && (a === 'current' || b === 'reference');
  return turned ? { reference: second, current: first } : { reference: first, current: second };
}
