import { count } from '../format.ts';

/** A piece of a sentence: words, or the place of a name (by its index) that the page draws in its own way. */
export type Part = string | { name: number };

/** “a”, “b” and 3 more, for `total` names of which at most `most` are given. */
export function namesAsParts(total: number, maxNames: number): Part[] {
  const shown = Math.min(total, maxNames);
  const separator = (i: number): string => (i === 0 ? '“' : '”, “');
  const names = Array.from({ length: shown }, (_, i): Part[] => [separator(i), { name: i }]).flat();
  if (shown === 0) return [];
  return [...names, total > shown ? `” and ${count(total - shown)} more` : '”'];
}
