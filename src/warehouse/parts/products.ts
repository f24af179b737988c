import type { Role } from '../../facts/document/columns.ts';
import { kindText, longRow, typed } from '../long-row.ts';
import { NOTHING, type Part, type Plan, type PlannedColumn, type Portion } from '../plan.ts';

/** Roles whose numbers are correlated. */
const MULTIPLIED: readonly Role[] = ['feature', 'target', 'prediction', 'probability'];

const multiplied = ({ numbers, request }: Plan): PlannedColumn[] =>
  numbers.filter(({ type, role }) => type === 'number' && MULTIPLIED.includes(role)).slice(0, request.mostProducts);

type Pair = readonly [x: string, y: string];

const pairsOf = (columns: readonly PlannedColumn[]): Pair[] =>
  columns.flatMap(({ place: x }, place) =>
    columns.slice(place + 1).map(({ place: y }): Pair => [String(x), String(y)]),
  );

/** One scan for so many pairs: their sums of products side by side, then below each other. A product is missing where a factor is. */
function pairParts({ dialect }: Plan, pairs: readonly Pair[], number: number): [Part, Part] {
  const [wide, long] = [`pl_products${String(number)}`, `pl_pairs${String(number)}`];
  const sums = pairs.flatMap(([x, y]) => {
    const product = `d${x} * d${y}`;
    return [`count(${product}) AS n${x}_${y}`, `sum(${product}) AS p${x}_${y}`];
  });
  const rows = pairs.map(([x, y]) => [x, y, `n${x}_${y}`, `p${x}_${y}`]);
  return [
    { name: wide, body: `SELECT ${sums.join(', ')}\nFROM pl_rows` },
    { name: long, body: dialect.unpivot({ source: wide, keep: [], columns: ['c', 'o', 'n', 'total'], rows }) },
  ];
}

/** Kind `product`. */
export function productPortion(plan: Plan): Portion {
  const { dialect } = plan;
  const pairs = pairsOf(multiplied(plan));
  const pairsPerScan = Math.floor(dialect.mostSums / 2);
  const chunks = Array.from({ length: Math.ceil(pairs.length / pairsPerScan) }, (_, chunk) =>
    pairs.slice(chunk * pairsPerScan, (chunk + 1) * pairsPerScan),
  );
  const cells = {
    kind: kindText(dialect, 'product'),
    ...{ name: 'pl_names.name', other: 'pl_other.name', n: 'n', total: 'COALESCE(total, 0)' },
  };
  return {
    parts: chunks.flatMap((chunk, number) => pairParts(plan, chunk, number)),
    rows: chunks.map((_, number) => longRow(dialect, cells, withNames(`pl_pairs${String(number)}`))),
  };
}

const withNames = (part: string): string =>
  `${part} JOIN pl_names ON pl_names.c = ${part}.c JOIN pl_names pl_other ON pl_other.c = ${part}.o`;

/**
 * Kind `paired`: a column's sums over the rows that have another one too. Rows without a gap are summed once for all others; only rows with a gap,
 * which are few, are taken apart by the columns that they have. (Sums over all rows less those with gaps would drown in one huge value.)
 */
export function pairedPortion(plan: Plan): Portion {
  const { dialect } = plan;
  const keys = multiplied(plan).map(({ key }) => key);
  if (keys.length < 2) return NOTHING;
  const values = keys.map((key) => `d${key}`);
  const sums = keys.map(
    (key) => `count(d${key}) AS n${key}, sum(d${key}) AS s${key}, sum(d${key} * d${key}) AS q${key}`,
  );
  const gaps = `SELECT ${values.join(', ')}\nFROM pl_rows\nWHERE ${values.map((d) => `${d} IS NULL`).join(' OR ')}`;
  const gap = dialect.unpivot({
    ...{ source: 'pl_gaps', keep: values, columns: ['j', 'present'] },
    rows: keys.map((key) => [key, `CASE WHEN d${key} IS NULL THEN 0 ELSE 1 END`]),
  });
  const complete = `SELECT -1 AS j, ${sums.join(', ')}\nFROM pl_rows\nWHERE ${values.map((d) => `${d} IS NOT NULL`).join(' AND ')}`;
  const lists = dialect.unpivot({
    ...{ source: 'pl_with', keep: ['j'], columns: ['c', 'n', 's', 'q'] },
    rows: keys.map((key) => [key, typed(dialect, `n${key}`, 'whole'), `s${key}`, `q${key}`]),
  });
  const paired = `SELECT c, o, sum(n) AS n, COALESCE(sum(s), ${dialect.double(0)}) AS total, COALESCE(sum(q), ${dialect.double(0)}) AS squares
FROM pl_lists CROSS JOIN pl_others
WHERE c <> o AND (j < 0 OR j = o)
GROUP BY c, o`;
  const cells = {
    kind: kindText(dialect, 'paired'),
    ...{ name: 'pl_names.name', other: 'pl_other.name', n: 'n', total: 'total', squares: 'squares' },
  };
  return {
    parts: [
      { name: 'pl_gaps', body: gaps, inlined: true },
      { name: 'pl_gap', body: gap, inlined: true },
      {
        name: 'pl_with',
        body: `${complete}\nUNION ALL\nSELECT j, ${sums.join(', ')}\nFROM pl_gap\nWHERE present = 1\nGROUP BY j`,
      },
      { name: 'pl_lists', body: lists },
      {
        name: 'pl_others',
        body: dialect.constants(
          ['o'],
          keys.map((key) => [key]),
        ),
      },
      { name: 'pl_paired', body: paired },
    ],
    rows: [longRow(dialect, cells, withNames('pl_paired'))],
  };
}
