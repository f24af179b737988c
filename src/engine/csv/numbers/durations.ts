import { literal } from '../../database/sql.ts';

const CLOCK = '([0-9]{1,5}):([0-5][0-9])(?::([0-5][0-9](?:[.,][0-9]+)?))?';
/** Patterns that JavaScript and RE2 read alike: hours, minutes and seconds; days before them; ISO 8601. */
const FORMS = {
  clock: `^-?${CLOCK}$`,
  days: `^-?[0-9]+ ?[dD](?:ays?)?,? [+]?${CLOCK}$`,
  iso: '^-?P(?:[0-9]+D)?T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:[.][0-9]+)?S)?$',
} as const;
const [clock, days, iso] = [FORMS.clock, FORMS.days, FORMS.iso].map((form) => new RegExp(form));
const DAY_HOURS = 24;
const IN_CELLS = /:|^-?P/;
const ISO_UNITS = [
  ['([0-9]+)D', 86_400],
  ['([0-9]+)H', 3600],
  ['T(?:[0-9]+H)?([0-9]+)M', 60],
  ['([0-9.]+)S', 1],
] as const;

/** Cells that are spans of time, and whether one of them can be no time of day. */
export interface Durations {
  cells: number;
  long: boolean;
}

/**
 * Whether a text is a span of time: `177:59:59`, `3 days 04:05:06`, `PT1H30M`. A time of day could be one too.
 * @param text without blanks around it
 */
export const isDuration = (text: string): boolean =>
  IN_CELLS.test(text) && (clock?.test(text) === true || days?.test(text) === true || isIso(text));

const isIso = (text: string): boolean => /[0-9]/.test(text) && !text.endsWith('T') && iso?.test(text) === true;

/**
 * Counts the spans of time.
 * @param cells without blanks around them
 */
export function durationsIn(cells: readonly string[]): Durations {
  const spans = cells.filter(isDuration);
  return { cells: spans.length, long: spans.some(isLong) };
}

function isLong(text: string): boolean {
  const [, hours] = clock?.exec(text) ?? [];
  return hours === undefined || Number(hours) > DAY_HOURS;
}

/**
 * Spans of time as seconds, in SQL; NULL where a text is none.
 * @param c a cell of text
 */
export function durationSql(c: string): string {
  const text = `trim(${c})`;
  const group = (pattern: string): string => `regexp_extract(${text}, ${literal(pattern)}, 1)`;
  const number = (part: string): string => `coalesce(TRY_CAST(replace(nullif(${part}, ''), ',', '.') AS DOUBLE), 0)`;
  const isOf = (form: string): string => `regexp_matches(${text}, ${literal(form)})`;
  const sign = `CASE WHEN prefix(${text}, '-') THEN -1 ELSE 1 END`;
  const seconds = `${number(group('([0-9]+):'))} * 3600 + ${number(group(':([0-5][0-9])'))} * 60 + ${number(group(':[0-5][0-9]:([0-9.,]+)'))}`;
  const isoSeconds = ISO_UNITS.map(([pattern, unit]) => `${number(group(pattern))} * ${String(unit)}`).join(' + ');
  return `CASE WHEN ${isOf(FORMS.clock)} THEN (${seconds}) * ${sign}
    WHEN ${isOf(FORMS.days)} THEN ${number(group('^(-?[0-9]+)'))} * 86400 + ${seconds}
    WHEN ${isOf(FORMS.iso)} AND regexp_matches(${text}, '[0-9]') THEN (${isoSeconds}) * ${sign} END`;
}
