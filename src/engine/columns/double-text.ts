const NO_NUMBERS = new Map([
  [Infinity, 'inf'],
  [-Infinity, '-inf'],
]);
/** Whole numbers up to here are written as such. */
const MOST_WHOLE = 1e15;
/** Powers of ten that are written without an exponent: from the first up to, and without, the second. */
const [LEAST_PLAIN, MOST_PLAIN] = [-4, 16];

/**
 * A double as the engine writes it (see `asText`): the shortest decimal that is read as the same number, whole numbers below 10¹⁵ without a point.
 * @param value any double
 * @returns e.g. 0.1, 250, 1e-07, 1.5e+16, nan, -inf
 */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return NO_NUMBERS.get(value) ?? 'nan';
  const isWhole = value === Math.floor(value);
  if (isWhole && Math.abs(value) < MOST_WHOLE) return String(value === 0 ? 0 : value);
  const [digits = '', power = ''] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= LEAST_PLAIN && exponent < MOST_PLAIN) return isWhole ? `${String(value)}.0` : String(value);
  return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
