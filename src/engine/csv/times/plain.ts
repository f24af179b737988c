import { literal } from '../../database/sql.ts';
import { eraDate, eraDateSql } from './eras.ts';
import { MONTH_NAMES, monthNumber } from './month-names.ts';
import type { TimeStep } from './steps.ts';
import { COMPACT_24, HOUR_24, RULES, type PatternStep } from './time-rules.ts';

const ORDINALS: readonly (readonly [string, string])[] = [
  ['([0-9])(?:er|st|nd|rd|th|º)\\b', '\\1'],
  [' (?:de|del|of) ', ' '],
  // A point behind a shortened month divides where no blank does: 01.Okt.2024.
  ['([^0-9 .,/-]{3,10})[.]([0-9])', '\\1-\\2'],
];
/** Steps in the order in which they are done: each may find what the one before leaves. */
const ORDER: readonly TimeStep[] = [
  ...(['joined', 'weekday', 'zone', 'zone-central', 'zone-british', 'zone-atlantic', 'zone-left-out'] as const),
  ...(['seconds', 'era', 'signs', 'halves', 'points', 'midnight', 'months'] as const),
];
const NAME = /\p{L}{3,10}\.?/u;

// RE2 and JavaScript differ in how a group is named in what replaces a match, and in flags inside of a pattern.
const inScript = (pattern: string): RegExp =>
  new RegExp(pattern.replace('(?i:', '(?:'), pattern.includes('(?i:') ? 'iu' : 'gu');

const compiled = Object.fromEntries(
  Object.entries(RULES).map(([step, { replaced }]) => [
    step,
    replaced.map(([pattern, replacement]) => [inScript(pattern), replacement.replaceAll('\\', '$')] as const),
  ]),
);
const ordinals = ORDINALS.map(
  ([pattern, replacement]) => [inScript(pattern), replacement.replaceAll('\\', '$')] as const,
);

/**
 * A text without what stands around its date and time, with numbers for names of months that are not English.
 * @param text without blanks around it
 * @returns the text, and the steps that changed it
 */
export function plainTime(text: string): { text: string; steps: TimeStep[] } {
  const steps: TimeStep[] = [];
  let found = text;
  for (const step of ORDER) {
    const before = found;
    if (step === 'era') found = eraDate(found, false) ?? found;
    else if (step !== 'months') found = withStep(found, step);
    if (found !== before) steps.push(step);
  }
  return { text: found, steps };
}

function withStep(text: string, step: PatternStep): string {
  if (!RULES[step].seen.test(text)) return text;
  return (compiled[step] ?? []).reduce((found, [pattern, by]) => found.replace(pattern, by), text);
}

/**
 * A date with the number of its month in place of the name; null where it has no name of one.
 * @param text a date
 */
export function numberedMonth(text: string): { text: string; monthFirst: boolean } | null {
  let bare = text;
  for (const [pattern, replacement] of ordinals) bare = bare.replace(pattern, replacement);
  const name = NAME.exec(bare);
  const month = name && monthNumber(name[0].replace('.', ''));
  if (!name || month === undefined || month === null) return null;
  return { text: bare.replace(NAME, String(month).padStart(2, '0')), monthFirst: name.index === 0 };
}

const replaced = (c: string, rules: readonly (readonly [string, string])[]): string =>
  rules.reduce(
    (cell, [pattern, replacement]) => `regexp_replace(${cell}, ${literal(pattern)}, ${literal(replacement)}, 'g')`,
    c,
  );

const monthCases = (name: string): string =>
  MONTH_NAMES.map(
    (names, i) => `WHEN ${name} IN (${names.map(literal).join(', ')}) THEN ${literal(String(i + 1).padStart(2, '0'))}`,
  ).join(' ');

/**
 * The same in SQL.
 * @param c a cell of text
 * @param steps those that the head of the file showed
 */
export function plainTimeSql(c: string, steps: readonly TimeStep[]): string {
  const plain = ORDER.filter((step) => steps.includes(step)).reduce((cell, step) => {
    if (step === 'months') return cell;
    return step === 'era' ? eraDateSql(cell) : replaced(cell, RULES[step].replaced);
  }, `trim(${c})`);
  if (!steps.includes('months')) return plain;
  const bare = replaced(plain, ORDINALS);
  const name = String.raw`lower(regexp_extract(${bare}, '[\p{L}]{3,10}'))`;
  return String.raw`regexp_replace(${bare}, '[\p{L}]{3,10}\.?', CASE ${monthCases(name)} END)`;
}

/**
 * Whether a cell says midnight as the end of a day, in SQL.
 * @param c a cell of text
 * @param steps those that the head of the file showed
 */
export function isLastMidnight(c: string, steps: readonly TimeStep[]): string {
  const before = steps.filter((step) => step !== 'midnight' && step !== 'months');
  return `regexp_matches(${plainTimeSql(c, before)}, ${literal(`${HOUR_24}|${COMPACT_24}`)})`;
}
