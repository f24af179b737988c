import { isNumberType } from '../declared-type.ts';
import type { Dialect } from '../dialect.ts';
import { typed } from '../long-row.ts';
import type { Part, Plan, PlannedColumn } from '../plan.ts';
import { DAY } from '../request.ts';
import { binTree } from './bin-tree.ts';

/** Beyond these the square of a double, or of its inverse, is none: engines differ in whether that is an error. */
const LARGEST = 1e150;
const SMALLEST = 1e-150;

const finite = ({ double }: Dialect, x: string): string => `${x} > ${double(-Infinity)} AND ${x} < ${double(Infinity)}`;

/** A number whose square can be summed: huge ones are infinite, those next to nothing 0. */
export const clipped = ({ double }: Dialect, x: string): string =>
  `CASE WHEN ${x} > ${double(LARGEST)} THEN ${double(Infinity)} WHEN ${x} < ${double(-LARGEST)} THEN ${double(-Infinity)} ` +
  `WHEN abs(${x}) < ${double(SMALLEST)} THEN ${double(0)} ELSE ${x} END`;

function tableName({ source }: Plan['request'], { identifier, files }: Dialect): string {
  if ('table' in source) return source.table.map(identifier).join('.');
  if (files === undefined) throw new TypeError('files');
  return files(source.files);
}

/** A cell as what is counted of it: x of numbers and times (doubles), l of everything else (texts). */
function cellOf(dialect: Dialect, { name, type, key, declared }: PlannedColumn): string {
  const cell = `source.${dialect.identifier(name)}`;
  switch (type) {
    case 'number':
      return `${typed(dialect, cell, 'double')} AS x${key}`;
    case 'time':
      return `${typed(dialect, isNumberType(declared) ? cell : dialect.milliseconds(cell, declared), 'double')} AS x${key}`;
    case 'boolean':
      return `CASE WHEN ${cell} THEN ${dialect.text('true')} WHEN NOT ${cell} THEN ${dialect.text('false')} END AS l${key}`;
    case 'category':
    case 'text':
      return `${typed(dialect, cell, 'text')} AS l${key}`;
  }
}

/** Part `pl_raw`: the table's columns by their places in the request, and the segment of each row. */
export function rawPart({ request, dialect, columns }: Plan): Part {
  const segment = request.segment === null ? 'NULL' : `source.${dialect.identifier(request.segment)}`;
  const cells = [...columns.map((column) => cellOf(dialect, column)), `${typed(dialect, segment, 'text')} AS segment`];
  return {
    name: 'pl_raw',
    body: `SELECT ${cells.join(',\n  ')}\nFROM ${tableName(request, dialect)} source`,
    inlined: true,
  };
}

/** The day of a row and its place in the day, as whole numbers; empty without a time. */
function timeOf({ request, dialect, columns }: Plan): string[] {
  const axis = columns.find(({ name }) => name === request.time);
  const whole = (expression: string): string => typed(dialect, expression, 'whole');
  if (axis === undefined) return [`${whole('NULL')} AS day`, `${whole('NULL')} AS slot`];
  const x = `x${axis.key}`;
  const ifFinite = (expression: string): string => `CASE WHEN ${finite(dialect, x)} THEN ${whole(expression)} END`;
  const day = `floor(${x} / ${dialect.double(DAY)})`;
  const inDay = `floor(${x} / ${dialect.double(request.stretch)}) - ${day} * ${dialect.double(DAY / request.stretch)}`;
  return [`${ifFinite(day)} AS day`, `${ifFinite(inDay)} AS slot`];
}

/** Part `pl_rows`: every row with the day and the bins that it is in, b; and d, x − origin, of finite values. */
export function rowsPart(plan: Plan): Part {
  const { dialect, numbers } = plan;
  const binned = numbers.flatMap(({ key, edges, origin }) => {
    const x = `x${key}`;
    const isFinite = finite(dialect, x);
    const difference = `(${x} - ${dialect.double(origin)})`;
    return [
      `CASE WHEN ${isFinite} THEN ${binTree(dialect, x, edges)} END AS b${key}`,
      `CASE WHEN ${isFinite} THEN ${clipped(dialect, difference)} END AS d${key}`,
    ];
  });
  const cells = ['pl_raw.*', ...timeOf(plan), ...binned];
  return { name: 'pl_rows', body: `SELECT ${cells.join(',\n  ')}\nFROM pl_raw`, inlined: true };
}
