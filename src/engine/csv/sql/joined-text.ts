import { TEXT_JOINS, type TextJoin } from '../../../facts/statements/reading.ts';

/** Texts without what spellings of one category may differ in, and codes without leading zeros. */
const JOINS: Readonly<Record<TextJoin, (c: string) => string>> = {
  folded: (c) => String.raw`regexp_replace(trim(replace(lower(strip_accents(${c})), 'ß', 'ss')), '\s+', ' ', 'g')`,
  without_zeros: (c) =>
    `CASE WHEN regexp_full_match(${c}, '0+[0-9]+') THEN coalesce(nullif(ltrim(${c}, '0'), ''), '0') ELSE ${c} END`,
};

/**
 * SQL for a text whose spellings are joined.
 * @param c the text, as SQL
 * @param join in what way; null for as it is
 */
export const joinedText = (c: string, join: TextJoin | null): string => (join === null ? c : JOINS[join](c));

/**
 * The way of joining that is asked for, if any.
 * @param asked how a column is to be read
 */
export const joinAsked = (asked: string | undefined): TextJoin | null =>
  TEXT_JOINS.find((join) => join === asked) ?? null;
