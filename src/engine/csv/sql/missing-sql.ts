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

/** Blanks alone are no value; a comparison tells nearly all other texts. */
const isBlank = (c: string): string => `${c} < '!' AND trim(${c}) = ''`;

const without = (test: string, c: string): string => `CASE WHEN ${test} THEN NULL ELSE ${c} END`;

const startsLikeWord = (text: string): boolean => text >= 'A' && text < '{';

/** Each text that is looked for costs time in every cell: those that start with a letter are looked for in such cells alone. */
function isAmong(c: string, texts: readonly string[]): string {
  const words = texts.filter(startsLikeWord);
  const others = texts.filter((text) => !startsLikeWord(text));
  if (words.length === 0 || others.length === 0) return `${c} IN (${listed(texts)})`;
  return `CASE WHEN ${c} >= 'A' AND ${c} < '{' THEN ${c} IN (${listed(words)}) ELSE ${c} IN (${listed(others)}) END`;
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
      if (ownMissing !== null) return without(`trim(${c}) IN (${listed(['', ...ownMissing])})`, c);
      return without(inText.length === 0 ? isBlank(c) : `(${isBlank(c)}) OR ${isAmong(c, inText)}`, c);
    },
    ofOther: (target, c) => {
      const texts = target.ownMissing ?? keptIn(target);
      return texts.length === 0 ? `${c} IS NULL` : `${c} IS NULL OR trim(${c}) IN (${listed(['', ...texts])})`;
    },
  };
}

const RARE = MISSING_TEXTS.filter((text) => !FREQUENT_MISSING_TEXTS.includes(text));

/**
 * For reading at full speed: texts that stand in the heads, and those that may well come later, are looked for in every cell, as each costs a hundredth of the reading. A number that is another
 * one fails, and the slice is read again.
 * @param form the table's texts, and the columns
 */
export function strictMissing(form: MissingForm): MissingSql {
  if (form.missing !== undefined) return missingSql(form, form.missing, []);
  const seen = form.columns.flatMap(({ ownMissing, missing }) => (ownMissing === null ? missing : []));
  return missingSql(form, [...FREQUENT_MISSING_TEXTS, ...seen], RARE);
}

/**
 * For reading cell by cell: all of them.
 * @param form the table's texts, and the columns
 */
export function lenientMissing(form: MissingForm): MissingSql {
  const all = form.missing ?? MISSING_TEXTS;
  return {
    ...missingSql(form, all, []),
    ofOther: ({ ownMissing }, c) => `trim(${c}) IN (${listed(['', ...(ownMissing ?? all)])})`,
  };
}
