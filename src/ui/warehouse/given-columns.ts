import { inferRoles } from '../../analysis/infer/infer-role.ts';
import type { ColumnType, Role } from '../../facts/document/columns.ts';
import { SUMMARY_TYPES, type SummaryType } from '../../facts/summary-file.ts';
import { typeOfDeclared } from '../../warehouse/declared-type.ts';
import { readDescription } from '../../warehouse/describe.ts';
import { ASKED_ROLES, type AskedColumn, type AskedRole } from './asked.ts';

export interface GivenColumns {
  columns: AskedColumn[];
  /** Lines that are no column. */
  unread: readonly string[];
}

/** A role that the sheet offers; columns of any other are counted like the rest. */
const askedRole = (role: Role | undefined): AskedRole => ASKED_ROLES.find((known) => known === role) ?? 'feature';

/** Columns that a description names, with the roles that their names say. What is no single value is left out at first. */
export function describedColumns(text: string): GivenColumns {
  const { columns, unread } = readDescription(text);
  const typed = columns.map((column) => ({ ...column, type: typeOfDeclared(column.declared) }));
  const named = typed.map(({ name, type }) => ({
    ...{ name, type: SUMMARY_TYPES[type ?? 'text'], presentIn: [] },
    // No value is known.
    ...{ low: Infinity, high: -Infinity },
  }));
  const roles = inferRoles(named);
  return {
    columns: typed.map(({ name, declared, type }) => ({
      ...{ name, declared, type: type ?? 'text', ofClass: '' },
      role: type === null ? 'ignored' : askedRole(roles.get(name)?.role),
    })),
    unread: unread.filter((line) => line.trim() !== ''),
  };
}

const TYPES: Record<ColumnType, SummaryType> = {
  numeric: 'number',
  datetime: 'time',
  categorical: 'category',
  boolean: 'boolean',
  text: 'text',
  identifier: 'text',
};

/** Columns as a file with some of the table's rows shows them. */
export const sampledColumns = (sample: readonly { name: string; type: ColumnType; role: Role }[]): AskedColumn[] =>
  sample.map(({ name, type, role }) => ({
    ...{ name, declared: null, type: TYPES[type], role: askedRole(role), ofClass: '' },
  }));

/** New columns, with what was chosen for those that stood there before and are the same. */
export function withChoices(columns: readonly AskedColumn[], before: readonly AskedColumn[]): AskedColumn[] {
  const chosen = new Map(before.map((column) => [JSON.stringify([column.name, column.declared]), column]));
  return columns.map((column) => chosen.get(JSON.stringify([column.name, column.declared])) ?? column);
}
