/** Steps are no smaller than this: below it powers of ten lose precision. */
const TINY = 1e-300;
const MULTIPLES = [1, 2, 4, 5, 10];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const times = (unit: number, factors: number[]) => factors.map((factor) => factor * unit);
const TIME_STEPS = [
  ...times(1, [1, 2, 5, 10, 20, 50, 100, 200, 500]),
  ...times(SECOND, [1, 2, 5, 10, 15, 30]),
  ...times(MINUTE, [1, 2, 5, 10, 15, 30]),
  ...times(HOUR, [1, 2, 3, 6, 12]),
  ...times(DAY, [1, 2, 7, 14, 28]),
];

/**
 * The smallest step of the form {1, 2, 4, 5} · 10ᵏ at which at most `limit` steps cover a width.
 * @param width finite, > 0
 * @param limit number of steps
 * @returns e.g. 0.4 for a width of 10 and a limit of 30
 */
export function niceStep(width: number, limit: number): number {
  const exact = Math.max(width / limit, TINY);
  const exponent = Math.floor(Math.log10(exact));
  const unit = Number(`1e${exponent}`);
  const multiple = MULTIPLES.find((factor) => factor * unit >= exact * (1 - 1e-12)) ?? 10;
  return Number(`${multiple}e${exponent}`);
}

/**
 * The like for times: seconds, minutes, hours and days in parts that people use, then nice numbers of days.
 * @param width milliseconds, > 0
 * @param limit number of steps
 * @returns milliseconds, e.g. 3 600 000 (an hour) for a width of a day and a limit of 30
 */
export function niceTimeStep(width: number, limit: number): number {
  return TIME_STEPS.find((step) => step * limit >= width) ?? DAY * niceStep(width / DAY, limit);
}

// k · step as the decimal that was meant: 0.3, not 0.30000000000000004.
function multiple(k: number, step: number): number {
  const product = Math.min(Math.max(k * step, -Number.MAX_VALUE), Number.MAX_VALUE);
  const decimal = Number(product.toPrecision(15));
  return Math.abs(decimal - product) <= 1e-3 * step ? decimal : product;
}

/**
 * Multiples of a step that cover a range.
 * @param low start of the range
 * @param high end of the range, > low
 * @param step from `niceStep` or `niceTimeStep`
 * @returns increasing numbers, the first ≤ low and the last ≥ high; fewer where doubles are too coarse for the step
 */
export function multiplesAround(low: number, high: number, step: number): number[] {
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const multiples = Array.from({ length: last - first + 1 }, (_, i) => multiple(first + i, step));
  multiples[0] = Math.min(multiples[0]!, low);
  multiples[multiples.length - 1] = Math.max(multiples[multiples.length - 1]!, high);
  return multiples.filter((value, i) => i === 0 || value > multiples[i - 1]!);
}
