import { longRow, typed } from '../long-row.ts';
import type { Part, Plan, Portion } from '../plan.ts';
import { errorParts, ofErrors } from './errors.ts';
import { versionText } from './known.ts';
import { clockPart, dayOf } from './periods.ts';
import { ofLevels, ofNumber, ofText, type Counted, type Made } from './stretch-sums.ts';

/** Kinds that are kept by stretch; all others add up by day. */
const BY_STRETCH = ['stretch', 'level-stretch', 'error'];
const LONG = ['kind', 'c', 'label', 'n', 'total', 'squares', 'low', 'high'];

function madeRow({ dialect }: Plan, made: Made): string[] {
  const whole = (expression: string): string => typed(dialect, expression, 'whole');
  const double = (expression = 'NULL'): string => typed(dialect, expression, 'double');
  return [
    dialect.text(made.kind),
    whole(made.c ?? 'NULL'),
    typed(dialect, made.label ?? 'NULL', 'text'),
    whole(made.n),
    ...[made.total, made.squares, made.low, made.high].map(double),
  ];
}

/** Counted columns in so many groups that each fits into one SELECT. */
function chunked(counted: readonly Counted[], limit: number): Counted[] {
  const chunks: Counted[] = [];
  for (const { sums, made } of counted) {
    const last = chunks.at(-1);
    if (last === undefined || last.sums.length + sums.length > limit) chunks.push({ sums: [...sums], made: [...made] });
    else chunks.splice(-1, 1, { sums: last.sums.concat(sums), made: last.made.concat(made) });
  }
  return chunks;
}

/** One scan for so many columns: the sums of every stretch side by side, then below each other. */
function chunkParts(plan: Plan, { sums, made }: Counted, number: number): [Part, Part] {
  const source = errorParts(plan).at(-1)?.name ?? 'pl_rows';
  const [wide, long] = [`pl_wide${String(number)}`, `pl_long${String(number)}`];
  const list = ['day', 'slot', 'segment', 'count(*) AS n', ...sums.map(([name, sum]) => `${sum} AS ${name}`)];
  const rows = made.map((row) => madeRow(plan, row));
  return [
    { name: wide, body: `SELECT ${list.join(',\n  ')}\nFROM ${source}\nGROUP BY day, slot, segment` },
    { name: long, body: plan.dialect.unpivot({ source: wide, keep: ['day', 'slot', 'segment'], columns: LONG, rows }) },
  ];
}

/** Rows of the long parts by day or by stretch, each as its kind is kept. */
function sumsPart(plan: Plan, chunks: number): Part {
  const { text } = plan.dialect;
  const noTime = [`${typed(plan.dialect, 'NULL', 'whole')} AS day`, `${typed(plan.dialect, 'NULL', 'whole')} AS slot`];
  const zero = madeRow(plan, { kind: 'summary', n: '0' }).map((cell, index) => `${cell} AS ${LONG[index] ?? ''}`);
  const tables = [
    ...Array.from(
      { length: chunks },
      (_, number) => `SELECT day, slot, segment, ${LONG.join(', ')} FROM pl_long${String(number)}`,
    ),
    `SELECT ${[...noTime, `${typed(plan.dialect, 'NULL', 'text')} AS segment`, ...zero].join(', ')}`,
  ];
  const ordered = BY_STRETCH.map(text).join(', ');
  const whole = `kind = ${text('summary')}`;
  return {
    name: 'pl_sums',
    body: `SELECT kind, day, slot, segment, c, label, sum(n) AS n,
  sum(total) AS total, sum(squares) AS squares, min(low) AS low, max(high) AS high
FROM (
  SELECT kind, c, label, n, total, squares, low, high,
    CASE WHEN ${whole} THEN NULL ELSE day END AS day,
    CASE WHEN kind IN (${ordered}) THEN slot END AS slot,
    CASE WHEN ${whole} THEN NULL ELSE segment END AS segment
  FROM (
${tables.join('\nUNION ALL\n')}
  ) pl_tables
  WHERE day IS NOT NULL OR kind NOT IN (${BY_STRETCH.slice(0, 2).map(text).join(', ')})
) pl_kept
GROUP BY kind, day, slot, segment, c, label
HAVING sum(n) > 0 OR kind = ${text('summary')}`,
  };
}

/** Kinds `summary`, `rows`, `missing`, `nan`, the infinities, `stretch`, `level-stretch` and `error`: one scan by stretch. */
export function stretchPortion(plan: Plan): Portion {
  const { dialect, request, numbers, levels, texts } = plan;
  const first: Counted = {
    sums: [],
    made: [
      { kind: 'summary', n: 'n' },
      { kind: 'rows', n: 'n' },
    ],
  };
  const counted = [
    ...[first, ofErrors(plan)],
    ...numbers.map((column) => ofNumber(plan, column)),
    ...levels.map((column) => ofLevels(plan, column)),
    ...texts.map(ofText),
  ];
  const chunks = chunked(counted, dialect.mostSums);
  const ifKind = (kind: string, value: string, fallback: string): string =>
    `CASE WHEN kind = ${dialect.text(kind)} THEN ${value} ELSE ${fallback} END`;
  const day = dayOf(plan, 'pl_sums');
  const timed = request.time !== null;
  const cells = {
    kind: 'kind',
    period: timed ? `CASE WHEN pl_sums.slot IS NULL THEN ${day} ELSE ${day} || ' ' || clock END` : 'NULL',
    segment: 'segment',
    name: ifKind('summary', versionText(plan), ifKind('error', 'label', 'name')),
    other: ifKind('summary', dialect.text(dialect.id), 'NULL'),
    label: ifKind('level-stretch', 'label', 'NULL'),
    bin: ifKind('summary', String(request.bins), 'NULL'),
    ...{ n: 'n', total: 'total', squares: 'squares', least: 'low', greatest: 'high' },
  };
  const clock = timed ? ' LEFT JOIN pl_clock ON pl_clock.slot = pl_sums.slot' : '';
  return {
    parts: [
      ...(timed ? [clockPart(plan)] : []),
      ...errorParts(plan),
      ...chunks.flatMap((chunk, number) => chunkParts(plan, chunk, number)),
      sumsPart(plan, chunks.length),
    ],
    rows: [longRow(dialect, cells, `pl_sums LEFT JOIN pl_names ON pl_names.c = pl_sums.c${clock}`)],
  };
}
