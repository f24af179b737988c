import * as v from 'valibot';

/**
 * A value that quotes a cell of the data: a category, a number of a single row, an error text with a cell in it.
 * Saved reports without values of rows leave out what `rows` says too few rows share, and everything whose rows are
 * not known. `quote` is null where it was left out.
 */
export interface Quote {
  quote: string | number | null;
  /** How many rows hold it; absent where that is not known. */
  rows?: number;
}

/** What a statement's words are made of: plain cloneable data. Times are milliseconds since 1970, UTC. */
export type Value =
  string | number | boolean | null | Quote | readonly Value[] | { readonly [name: string]: Value | undefined };

/** What is said, before it is put into words: one of the catalogue's kinds, and its values. Only `src/words` makes sentences. */
export interface Statement<Kind extends string = string, Values = Record<string, Value | undefined>> {
  kind: Kind;
  values: Values;
}

/** Statements of a family, from a table of each kind's values. */
export type StatementOf<Table> = { [Kind in keyof Table & string]: Statement<Kind, Table[Kind]> }[keyof Table & string];

/** A quote as it may come from a document. */
export const quoteSchema = v.object({
  quote: v.nullable(v.union([v.string(), v.number()])),
  rows: v.exactOptional(v.number()),
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A family's kinds, each with the schema of its values. */
export type FamilySchema = Readonly<Record<string, v.GenericSchema>>;

/** What each kind of a family has as values. */
export type ValuesOf<Family extends FamilySchema> = { [Kind in keyof Family]: v.InferOutput<Family[Kind]> };

/** Whether a value is a statement of a family: a kind that this version knows, with the values of that kind. */
export function isStatementIn<Family extends FamilySchema>(
  family: Family,
  value: unknown,
): value is StatementOf<ValuesOf<Family>> {
  if (!isObject(value)) return false;
  const { kind, values } = value as { kind?: unknown; values?: unknown };
  const schema = typeof kind === 'string' && Object.hasOwn(family, kind) ? family[kind] : undefined;
  return schema !== undefined && v.is(schema, values);
}

/** A statement within the values of another. */
export const statementIn = <Family extends FamilySchema>(family: Family) =>
  v.custom<StatementOf<ValuesOf<Family>>>((value) => isStatementIn(family, value));

export const quote = (value: string | number | null, rows?: number): Quote =>
  rows === undefined ? { quote: value } : { quote: value, rows };

/**
 * Statements of a family as they may come from a document. A kind that a newer version has added is let through: its
 * text is shown as it was written.
 * @param _family the kinds and their values, which give the type
 */
export const statementsOf = <Family extends FamilySchema>(
  _family: Family,
): v.GenericSchema<unknown, StatementOf<ValuesOf<Family>>> =>
  v.looseObject({ kind: v.string(), values: v.looseObject({}) });
