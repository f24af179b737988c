import { isStatementIn, type FamilySchema, type ValuesOf } from '../../facts/statements/statement.ts';
import type { SidesWords } from '../../words/en/sides.ts';

/** Sentences of a family, by kind. */
export type FamilyWords<Family extends FamilySchema> = {
  [Kind in keyof ValuesOf<Family>]: (values: ValuesOf<Family>[Kind], sides: SidesWords) => string;
};

/** A text of the document beside the statement that it is made of. */
export interface Told {
  kind?: unknown;
  values?: unknown;
}

/** Makes the sentence of a statement. What this version does not know, or has no values, keeps the text that it has. */
export type TextOf = (statement: Told | undefined, text: string) => string;

/**
 * How a family's statements are put into words.
 * @param family the values of each kind
 * @param words its sentences
 * @param sides what the files are called
 */
export const textOf =
  <Family extends FamilySchema>(family: Family, words: FamilyWords<Family>, sides: SidesWords): TextOf =>
  (statement, text) =>
    isStatementIn(family, statement) ? words[statement.kind](statement.values, sides) : text;
