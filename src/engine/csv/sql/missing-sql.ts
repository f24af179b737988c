import { largest, smallest } from '../../../facts/extremes.ts';
import { literal } from '../../database/sql.ts';
import { FREQUENT_MISSING_TEXTS, MISSING_TEXTS } from '../options.ts';
import type { TargetColumn } from '../head/target-column.ts';

/** Texts that count as missing in a table, and what its columns say of their own. */
interface MissingForm {
  /** Of the table; left out for the usual ones. */
  missing: readonly string[] | undefined;
  columns: readonly TargetColumn[];
}

/** How texts that count as missing are found: `everywhere` by the engine, in every cell; the others column by column. */
export interface MissingSql {
  /** A list for `nullstr`. */
  everywhere: string;
  /** Whether the engine alone finds all of a column's. */
  isNative: (target: TargetColumn) => boolean;
  /** A cell of text without those that the engine does not find: blanks alone, and whatever else. */
  ofText: (target: TargetColumn, c: string) => string;
  /** A test for them in a column of another kind. */
  ofOther: (target: TargetColumn, c: string) => string;
}

const listed = (texts: readonly string[]): string => [...new Set(texts)].map(literal).join(', ');

/** Whether a text is one of some. A list is one constant: `IN` takes 32 kB of the engine's memory for each text, in each column of a query. */
const isOneOf = (text: string, texts: readonly string[]): string => `list_contains([${listed(texts)}], ${text})`;

/** Blanks alone are no value; a comparison tells nearly all other texts. */
const isBlank = (c: string): string => `${c} < '!' AND trim(${c}) = ''`;

const without = (test: string, c: string): string => `CASE WHEN ${test} THEN NULL ELSE ${c} END`;

const startsLikeWord = (text: string): boolean => text >= 'A' && text < '{';

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

/**
 * A cell without these texts and blanks. Each comparison costs time in every cell: texts are looked for in cells of their length
 * alone, and those that start with a letter in cells that do. (Tests stand where `CASE` asks, as only there the second is spared.)
 */
function withoutTexts(c: string, texts: readonly string[]): string {
  const blank = without(isBlank(c), c);
  if (texts.length === 0) return blank;
  const words = texts.filter(startsLikeWord);
  const others = texts.filter((text) => !startsLikeWord(text));
  const sizes = words.map(bytesIn);
  const amongWords = `strlen(${c}) >= ${String(smallest(sizes))} AND strlen(${c}) <= ${String(largest(sizes))} AND ${isOneOf(c, words)}`;
  const cases = [
    `WHEN strlen(${c}) > ${String(largest(texts.map(bytesIn)))} THEN ${blank}`,
    `WHEN ${c} >= 'A' AND ${c} < '{' THEN ${words.length === 0 ? c : without(amongWords, c)}`,
    ...(others.length === 0 ? [] : [`WHEN ${isOneOf(c, others)} THEN NULL`]),
  ];
  return `CASE ${cases.join(' ')} ELSE ${blank} END`;
}

const NUMBER_WORD = /^[+-]?(?:nan|inf|infinity)$/i;

/**
 * Texts that some column holds as values are not looked for in every cell, but in those columns alone where they count as missing: the others cost as much as before.
 * @param form the table's texts, and the columns
 * @param asked those that are looked for in every cell
 */
function missingSql({ columns }: MissingForm, asked: readonly string[], rest: readonly string[]): MissingSql {
  const own = columns.flatMap(({ ownMissing }) => (ownMissing === null ? [] : [new Set(ownMissing)]));
  const isKept = (text: string): boolean => text !== '' && own.some((texts) => !texts.has(text));
  const kept = asked.filter(isKept);
  // What a column of numbers would take for one of them is looked for there in any case.
  const keptIn = ({ missing }: TargetColumn): string[] =>
    kept.filter((text) => missing.includes(text) || NUMBER_WORD.test(text));
  const inText = [...kept, ...rest];
  return {
    everywhere: `[${listed(['', ...asked.filter((text) => !isKept(text))])}]`,
    isNative: (target) => target.ownMissing === null && keptIn(target).length === 0,
    ofText: ({ ownMissing }, c) => {
      if (ownMissing !== null) return without(isOneOf(`trim(${c})`, ['', ...ownMissing]), c);
      return withoutTexts(c, inText);
    },
    ofOther: (target, c) => {
      const texts = target.ownMissing ?? keptIn(target);
      return texts.length === 0 ? `${c} IS NULL` : `${c} IS NULL OR ${isOneOf(`trim(${c})`, ['', ...texts])}`;
    },
  };
}

const RARE = MISSING_TEXTS.filter((text) => !FREQUENT_MISSING_TEXTS.includes(text));

/** Texts that are looked for in every cell, and those that are looked for in columns of text alone. */
interface Asked {
  everywhere: readonly string[];
  inTexts: readonly string[];
}

/**
 * For reading at full speed: texts that stand in the heads, and those that may well come later, are looked for in every cell, as each costs a hundredth of the reading. A number that is another
 * one fails, and the slice is read again.
 * @param form the table's texts, and the columns
 */
export function askedTexts(form: MissingForm): Asked {
  if (form.missing !== undefined) return { everywhere: form.missing, inTexts: [] };
  const seen = form.columns.flatMap(({ ownMissing, missing }) => (ownMissing === null ? missing : []));
  return { everywhere: [...FREQUENT_MISSING_TEXTS, ...seen], inTexts: RARE };
}

/**
 * The same as SQL.
 * @param form the table's texts, and the columns
 */
export function strictMissing(form: MissingForm): MissingSql {
  const { everywhere, inTexts } = askedTexts(form);
  return missingSql(form, everywhere, inTexts);
}
