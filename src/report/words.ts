/** Numbers and lists as the report's English sentences say them; tables and figures format for themselves. */

const plain = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 2 });

export const number = (value: number): string => plain.format(value);
export const count = (value: number): string => whole.format(value);
export const share = (value: number): string => (value > 0 && value < 0.0001 ? '< 0.01%' : percent.format(value));

/** As a sentence starts. */
export const opening = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "1 column", "2 columns". */
export const counted = (value: number, noun: string): string => `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

/** "q < 0.0001", "q = 0.031". */
export const significance = (symbol: string, value: number): string =>
  value < 0.0001 ? `${symbol} < 0.0001` : `${symbol} = ${number(value)}`;

/** “a”, “b” and 3 more. */
export function named(names: readonly string[], total = names.length, most = 3): string {
  const shown = names.slice(0, most).map((name) => `“${name}”`);
  const more = total - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${count(more)} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
