import type { ClockUnit } from '../../../facts/statements/reading.ts';
import { literal } from '../../database/sql.ts';

const CLOCK = '([0-9]{1,5}):([0-5][0-9])(?::([0-5][0-9](?:[.,][0-9]+)?))?';
/** Patterns that JavaScript and RE2 read alike: hours, minutes and seconds; minutes and seconds with a fraction; two of them; days before them; ISO 8601. */
const FORMS = {
  clock: `^-?${CLOCK}$`,
  minutes: '^-?[0-9]{1,5}:[0-5][0-9][.,][0-9]+$',
  colon: '^-?[0-9]{1,5}:[0-5][0-9](?:[.,][0-9]+)?$',
  days: `^-?[0-9]+ ?[dD](?:ays?)?,? [+]?${CLOCK}$`,
  parts: '^-?(?:[0-9]+(?:[.,][0-9]+)? ?(?:d|days?|h|hrs?|hours?|std|m|mins?|minutes?|s|secs?|seconds?)[., ]*){1,4}$',
  iso: '^-?P(?:[0-9]+D)?T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:[.][0-9]+)?S)?$',
} as const;
const [clock, minutes, colon, days, iso, parts] = [
  ...[FORMS.clock, FORMS.minutes, FORMS.colon, FORMS.days, FORMS.iso, FORMS.parts],
].map((form) => new RegExp(form, form === FORMS.parts ? 'i' : ''));
const DAY_HOURS = 24;
const IN_CELLS = /:|^-?P|^-?[0-9][0-9., ]*[A-Za-z]/;
/** Units of time by their first letter, in seconds, the largest first: each stands once, behind the larger ones. */
const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;
const UNIT = /[0-9] ?([a-z])[a-z]*/gi;
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
  /** What stands before the colon of those with one: hours, or minutes where seconds have a fraction; null without any. */
  leading: ClockUnit | null;
  /** The first of them. */
  example: string;
}

/**
 * Whether a text is a span of time: `177:59:59`, `3 days 04:05:06`, `PT1H30M`, `1h 30m`. A time of day could be one too, and `5 m` a length.
 * @param text without blanks around it
 */
export const isDuration = (text: string): boolean =>
  IN_CELLS.test(text) &&
  (clock?.test(text) === true ||
    minutes?.test(text) === true ||
    days?.test(text) === true ||
    isIso(text) ||
    isInParts(text));

const isIso = (text: string): boolean => /[0-9]/.test(text) && !text.endsWith('T') && iso?.test(text) === true;

/** The units of a span of time that is written with them, as letters; empty for any other text. */
function unitsOf(span: string): string {
  if (parts?.test(span) !== true) return '';
  const units = [...span.matchAll(UNIT)].map(([, letter = '']) => letter.toLowerCase());
  const places = units.map((unit) => UNITS.findIndex(([letter]) => letter === unit));
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0)) ? units.join('') : '';
}

const isInParts = (text: string): boolean => unitsOf(text) !== '';

/**
 * Counts the spans of time. Those of one unit each are numbers of it (`5 m`), unless others have another or several.
 * @param cells without blanks around them
 */
export function durationsIn(cells: readonly string[]): Durations {
  const spans = cells.filter(isDuration);
  const units = new Set(spans.map(unitsOf));
  const [unit = ''] = units;
  if (units.size === 1 && unit.length === 1) return { cells: 0, long: false, leading: null, example: '' };
  const example = spans.find((span) => colon?.test(span)) ?? '';
  const areMinutes = spans.some((span) => minutes?.test(span));
  return {
    cells: spans.length,
    long: areMinutes || [...units].some((letters) => letters !== '') || spans.some(isLong),
    leading: example === '' ? null : areMinutes ? 'minutes' : 'hours',
    example,
  };
}

function isLong(text: string): boolean {
  const [, hours] = clock?.exec(text) ?? [];
  if (text.startsWith('-')) return true;
  return hours === undefined || Number(hours) > DAY_HOURS;
}

/**
 * Spans of time as seconds, in SQL; NULL where a text is none.
 * @param c a cell of text
 * @param leading what stands before the only colon of a cell
 */
export function durationSql(c: string, leading: ClockUnit | null): string {
  const text = `trim(${c})`;
  const group = (pattern: string): string => `regexp_extract(${text}, ${literal(pattern)}, 1)`;
  const number = (part: string): string => `coalesce(TRY_CAST(replace(nullif(${part}, ''), ',', '.') AS DOUBLE), 0)`;
  const isOf = (form: string): string => `regexp_matches(${text}, ${literal(form)})`;
  const sign = `CASE WHEN prefix(${text}, '-') THEN -1 ELSE 1 END`;
  const seconds = `${number(group('([0-9]+):'))} * 3600 + ${number(group(':([0-5][0-9])'))} * 60 + ${number(group(':[0-5][0-9]:([0-9.,]+)'))}`;
  const isoSeconds = ISO_UNITS.map(([pattern, unit]) => `${number(group(pattern))} * ${String(unit)}`).join(' + ');
  const inParts = UNITS.map(([letter, unit]) => `${number(group(`(?i)([0-9.,]+) ?${letter}`))} * ${String(unit)}`).join(
    ' + ',
  );
  const inMinutes = `${number(group('([0-9]+):'))} * 60 + ${number(group(':([0-9.,]+)'))}`;
  return `CASE WHEN ${isOf(leading === 'minutes' ? FORMS.colon : FORMS.minutes)} THEN (${inMinutes}) * ${sign}
    WHEN ${isOf(FORMS.clock)} THEN (${seconds}) * ${sign}
    WHEN regexp_matches(${text}, ${literal(FORMS.parts)}, 'i') THEN (${inParts}) * ${sign}
    WHEN ${isOf(FORMS.days)} THEN ${number(group('^(-?[0-9]+)'))} * 86400 + ${seconds}
    WHEN ${isOf(FORMS.iso)} AND regexp_matches(${text}, '[0-9]') THEN (${isoSeconds}) * ${sign} END`;
}
