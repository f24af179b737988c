import type { Quote } from '../../../facts/statements/statement.ts';
import { count, number } from '../../format.ts';

/** Stands for a value that a shared report leaves out. */
const LEFT_OUT = 'a value left out here';

/** A value of the data in a sentence: “b”. */
export const quoted = ({ quote }: Quote): string =>
  quote === null ? LEFT_OUT : `“${typeof quote === 'number' ? number(quote) : quote}”`;

/** ": “a”, “b” and 3 more", or nothing where none of them may be named. */
export function quotedNames(names: readonly Quote[], total = names.length, maxNames = 3): string {
  const known = names.filter(({ quote }) => quote !== null);
  const shown = known.slice(0, maxNames).map(quoted);
  const rest = total - shown.length;
  if (shown.length === 0) return '';
  if (rest > 0) return `: ${shown.join(', ')} and ${count(rest)} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? `: ${last}` : `: ${shown.join(', ')} and ${last}`;
}

/** What another maker's error says; nothing where it was left out. */
export const detailText = ({ quote }: Quote): string => (quote === null ? '' : String(quote));
