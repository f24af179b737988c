import type { Quote } from '../../facts/statement.ts';

/** What a quote holds, “in its marks”; what was left out is said to be. */
export const quoted = ({ quote }: Quote): string => (quote === null ? '(left out)' : `“${String(quote)}”`);

/** What another maker's error says; nothing where it was left out. */
export const detailText = ({ quote }: Quote): string => (quote === null ? '' : String(quote));
