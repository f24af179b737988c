import { METHODS, type MethodId } from '../facts/methods.ts';
import type { Effect } from '../facts/document/comparison.ts';
import type { Report, ReportColumn } from '../facts/document/document.ts';
import type { DriftState } from '../facts/document/verdict.ts';
import type { SidesWords } from '../report/side-words.ts';
import { words } from '../words/words.ts';

/** A column that the run has not come to is pending. */
export type RowState = DriftState | 'pending';

export const stateOf = (column: ReportColumn): RowState => column.drift?.state ?? 'pending';

/** What a method is called; by its own id where this version does not know it. */
export const methodName = (method: string): string =>
  Object.hasOwn(METHODS, method) ? words.methods[method as MethodId].name : method;

/** A size in its unit, as short as a table cell: "0.31 σ", "12%". */
export function inUnit({ value, unit }: Pick<Effect, 'value' | 'unit'>, sides: SidesWords): string {
  return words.amounts.brief({ value, unit }, sides);
}

/** A name no longer than a title can carry; its middle is the part that is missed least. */
export const shortName = (name: string, maxLength = 72) => {
  const letters = [...name];
  return letters.length <= maxLength
    ? name
    : `${letters.slice(0, maxLength / 2).join('')}…${letters.slice(1 - maxLength / 2).join('')}`;
};

/** What the browser's tab says. */
export const titleOf = (report: Report | null) =>
  report ? words.app.title(report.inputs.current?.name ?? null) : words.app.name;
