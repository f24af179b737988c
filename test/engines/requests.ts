import type { Role } from '../../src/facts/document/columns.ts';
import type { Warehouse } from '../../src/facts/warehouses.ts';
import { typeOfDeclared } from '../../src/warehouse/declared-type.ts';
import { USUAL_REQUEST, type RequestedColumn, type SummaryRequest } from '../../src/warehouse/request.ts';
import { TABLE_COLUMNS, type TableColumn } from './table.ts';

/** What Spark's `DESCRIBE` calls the types whose name matters. */
const IN_SPARK: Partial<Record<TableColumn['type'], string>> = { TIMESTAMP: 'timestamp_ntz', TIMESTAMPTZ: 'timestamp' };

type Roles = ReadonlyMap<string, Role>;

function columnsOf(warehouse: Warehouse, roles: Roles, classes: ReadonlyMap<string, string>): RequestedColumn[] {
  return TABLE_COLUMNS.map(({ name, type }) => {
    const declared = warehouse === 'spark' ? (IN_SPARK[type] ?? type) : type;
    const ofClass = classes.get(name);
    return {
      ...{ name, declared, role: roles.get(name) ?? 'feature' },
      type: name === 'note' ? 'text' : (typeOfDeclared(declared) ?? 'text'),
      ...(ofClass !== undefined && { ofClass }),
    };
  });
}

const source = { table: ['plant', 'readings'] };

/** Every column, names as they come, and a model of classes with probabilities. */
export const classesRequest = (warehouse: Warehouse): SummaryRequest => ({
  ...USUAL_REQUEST,
  ...{ source, time: 't', segment: 'line', bins: 20, mostLevels: 50 },
  columns: columnsOf(
    warehouse,
    new Map<string, Role>([
      ['t', 'time'],
      ['y', 'target'],
      ['p', 'prediction'],
      ['p(good)', 'probability'],
      ['p(bad)', 'probability'],
    ]),
    new Map([
      ['p(good)', 'good'],
      ['p(bad)', 'bad'],
    ]),
  ),
});

const REGRESSION: Roles = new Map([
  ['weight', 'target'],
  ['forecast', 'prediction'],
]);

/** A regression, without time and segments. */
export const regressionRequest = (warehouse: Warehouse): SummaryRequest => ({
  ...USUAL_REQUEST,
  ...{ source, time: null, segment: null },
  columns: columnsOf(warehouse, REGRESSION, new Map()).filter(({ name }) =>
    ['weight', 'forecast', 'temperature', 'flag', 'instant'].includes(name),
  ),
});
