import type { Report } from '../../facts/document.ts';
import type { SidesWords } from '../side-words.ts';
import { count } from '../words.ts';

const sides = ['reference', 'current'] as const;

/**
 * Says of how many rows a report speaks where they are not all; null where they are.
 * @param inputs the files of a report
 * @param words what they are called
 */
export function sampleSentence(inputs: Report['inputs'], words: SidesWords): string | null {
  const told = sides.flatMap((side) => {
    const input = inputs[side];
    if (input === undefined || input.rowsUsed >= input.rows) return [];
    const how = input.readAs.find(({ kind }) => kind === 'rows')?.value ?? 'sample';
    return [`${count(input.rowsUsed)} of ${count(input.rows)} rows of the ${words[side].name} file (${how})`];
  });
  return told.length === 0 ? null : `This rests on a sample: ${told.join(' and ')}.`;
}
