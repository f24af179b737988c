import type { Report } from '../../facts/document/document.ts';
import type { ConfigInput } from '../../facts/settings/settings.ts';
import type { ConditionOnCell, RowsAt } from '../../facts/slice.ts';
import type { ReportHost } from '../context.ts';

type Filter = NonNullable<ConfigInput['filter']>;

/** Whether rows can be chosen here: where the data are, and can be looked at anew. */
export const canChooseRows = ({ configure, hasData }: ReportHost): boolean => Boolean(configure && hasData);

/** A condition takes the place of one of its kind on the same column: both together would mostly leave nothing. */
export function withConditions({ filter = [], ...config }: ConfigInput, added: Filter): ConfigInput {
  const kindOf = ({ column, test }: Filter[number]): string =>
    JSON.stringify([column, test === 'equals' ? 'in' : test]);
  const replaced = new Set(added.map(kindOf));
  return { ...config, filter: [...filter.filter((condition) => !replaced.has(kindOf(condition))), ...added] };
}

export function withoutFilter(config: ConfigInput): ConfigInput {
  const rest = { ...config };
  delete rest.filter;
  return rest;
}

export function withoutSplit(config: ConfigInput): ConfigInput {
  const rest = { ...config };
  delete rest.split;
  return rest;
}

/** Makes the report of the rows that meet these conditions too. */
export function chooseRows(host: ReportHost, added: Filter): void {
  host.configure?.(withConditions(host.config ?? {}, added));
}

/** Makes it of all rows again. */
export function showAllRows(host: ReportHost): void {
  if ((host.config?.filter ?? []).length > 0) host.configure?.(withoutFilter(host.config ?? {}));
}

/** The column that orders the rows, whose periods figures over time show. */
export const timeColumnOf = (report: Report | null): string | null =>
  report?.columns.find(({ role, type }) => role === 'time' && type === 'datetime')?.name ?? null;

/** Rows at a place of a figure of a column, as a condition; null where the column that they go by is not known. */
export function conditionAt({ axis, cells }: RowsAt, column: string, report: Report | null): ConditionOnCell | null {
  const name = axis === 'column' ? column : timeColumnOf(report);
  return name === null ? null : { column: name, ...cells };
}
