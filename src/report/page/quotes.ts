import type { Finding } from '../../facts/statements/findings.ts';
import { findingValues } from '../../facts/statements/findings.ts';
import { ENOUGH_ROWS } from '../../facts/limits.ts';
import { quoteSchema, type Quote } from '../../facts/statements/statement.ts';
import { words } from '../../words/words.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isQuote = (value: Record<string, unknown>): boolean => 'quote' in value;

export const isShared = ({ rows }: Quote): boolean => rows !== undefined && rows >= ENOUGH_ROWS;

/**
 * The same without the quotes of the data that too few rows share, or whose rows are not known.
 * @param value a part of a document
 * @param keep which quotes stay
 */
export function withoutQuotes<T>(value: T, keep: (quote: Quote) => boolean = isShared): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutQuotes(item, keep)) as T;
  if (!isObject(value)) return value;
  if (isQuote(value)) return keep(value as unknown as Quote) ? value : { ...value, quote: null };
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutQuotes(item, keep)])) as T;
}

/** Whether values of a schema may quote the data. */
function mayQuote(schema: unknown): boolean {
  if (schema === quoteSchema) return true;
  if (!isObject(schema)) return false;
  const { entries, item, wrapped } = schema;
  return [item, wrapped, ...(isObject(entries) ? Object.values(entries) : [])].some(mayQuote);
}

const quoting = new Set(Object.entries(findingValues).flatMap(([kind, schema]) => (mayQuote(schema) ? [kind] : [])));

/**
 * A finding without quotes. One of an older document, whose sentence may quote and has no values to make it anew, loses
 * its sentence.
 * @param hidden columns in which every value may stand for one row
 */
export function withoutFindingQuotes(finding: Finding, hidden: ReadonlySet<string>): Finding {
  const { values, column, kind } = finding;
  if (values === undefined) return quoting.has(kind) ? { ...finding, text: words.findings.leftOut } : finding;
  return withoutQuotes(finding, column !== undefined && hidden.has(column) ? () => false : isShared);
}
