import type { SummaryType } from '../facts/summary-file.ts';

const NUMBER =
  /^(u?(tiny|small|medium|big|huge)?int|u?int(eger)?\d*|byteint|(small|big)?serial|number|numeric|bignumeric|(big)?decimal\d*|dec|double|float\d*|real)\b/i;
const TIME = /^(timestamp|datetime|date)/i;
const CATEGORY = /^(n?(var)?char|character|bpchar|string|text|enum|fixedstring)/i;
/** Texts that nobody groups by. */
const TEXT = /^(uuid|time|interval|ipv[46]|inet|bit)\b/i;
const WRAPPED = /^(?:Nullable|LowCardinality)\((.*)\)$/i;

/** A type without what ClickHouse wraps it in. */
function unwrapped(declared: string): string {
  const type = WRAPPED.exec(declared.trim())?.[1];
  return type === undefined ? declared.trim() : unwrapped(type);
}

/** Whether the engine's name of a type is one of numbers: a time of such a type is milliseconds already. */
export const isNumberType = (declared = ''): boolean =>
  NUMBER.test(unwrapped(declared)) && !isNested(unwrapped(declared));

const isNested = (declared: string): boolean => /\[\d*\]$/.test(declared);

/** What a column is counted as whose type an engine calls so; null for what is no single value (a list, a document, bytes). */
export function typeOfDeclared(declared: string): SummaryType | null {
  const type = unwrapped(declared);
  if (isNested(type)) return null;
  if (/^bool/i.test(type)) return 'boolean';
  if (NUMBER.test(type)) return 'number';
  if (TIME.test(type)) return 'time';
  if (CATEGORY.test(type)) return 'category';
  return TEXT.test(type) ? 'text' : null;
}
