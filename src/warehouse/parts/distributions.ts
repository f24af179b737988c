import { kindText, longRow } from '../long-row.ts';
import { NOTHING, type Plan, type Portion } from '../plan.ts';
import { dayOf } from './periods.ts';

/** Kinds `bin`, `day-bin` and `day`: numbers and times below each other, counted by day, segment, column and bin, and put together from there. */
export function binPortion(plan: Plan): Portion {
  const { dialect, numbers } = plan;
  if (numbers.length === 0) return NOTHING;
  const cells = dialect.unpivot({
    source: 'pl_rows',
    keep: ['day', 'segment'],
    columns: ['c', 'b', 'x', 'd'],
    rows: numbers.map(({ key }) => [key, ...['b', 'x', 'd'].map((cell) => `${cell}${key}`)]),
  });
  const counted = `SELECT day, segment, c, b, count(*) AS n, sum(d) AS total, sum(d * d) AS squares, min(x) AS low, max(x) AS high
FROM pl_cells
WHERE b IS NOT NULL
GROUP BY day, segment, c, b`;
  const sums = 'sum(n) AS n, sum(total) AS total, sum(squares) AS squares, min(low) AS low, max(high) AS high';
  const sumCells = { name: 'name', n: 'n', total: 'total', squares: 'squares', least: 'low', greatest: 'high' };
  const whole = { kind: kindText(dialect, 'bin'), bin: 'b', ...sumCells };
  const byDay = { kind: kindText(dialect, 'day'), period: dayOf(plan, 'pl_days'), segment: 'segment', ...sumCells };
  const counts = {
    ...{ kind: kindText(dialect, 'day-bin'), period: dayOf(plan, 'pl_bins') },
    ...{ segment: 'segment', name: 'name', bin: 'b', n: 'n' },
  };
  return {
    parts: [
      { name: 'pl_cells', body: cells, inlined: true },
      { name: 'pl_bins', body: counted },
      { name: 'pl_whole', body: `SELECT c, b, ${sums}\nFROM pl_bins\nGROUP BY c, b` },
      { name: 'pl_days', body: `SELECT day, segment, c, ${sums}\nFROM pl_bins\nGROUP BY day, segment, c` },
    ],
    rows: [
      longRow(dialect, whole, 'pl_whole JOIN pl_names ON pl_names.c = pl_whole.c'),
      longRow(dialect, byDay, 'pl_days JOIN pl_names ON pl_names.c = pl_days.c'),
      longRow(dialect, counts, 'pl_bins JOIN pl_names ON pl_names.c = pl_bins.c'),
    ],
  };
}

/** Kinds `level` and `rest`: the most frequent categories by day, and how many others there are. */
export function levelPortion(plan: Plan): Portion {
  const { dialect, levels, request } = plan;
  if (levels.length === 0) return NOTHING;
  const cells = dialect.unpivot({
    source: 'pl_rows',
    keep: ['day', 'segment'],
    columns: ['c', 'l'],
    rows: levels.map(({ key }) => [key, `l${key}`]),
  });
  const [level, rest] = [kindText(dialect, 'level'), kindText(dialect, 'rest')];
  const counted = `SELECT day, segment, c, l, count(*) AS n
FROM pl_labels
WHERE l IS NOT NULL
GROUP BY day, segment, c, l`;
  const ranked = `SELECT day, segment, c, n, different, CASE WHEN place <= ${String(request.mostLevels)} THEN l END AS l
FROM (
  SELECT day, segment, c, l, n, 1 AS different, dense_rank() OVER (PARTITION BY c ORDER BY everywhere DESC, l) AS place
  FROM (SELECT day, segment, c, l, n, sum(n) OVER (PARTITION BY c, l) AS everywhere FROM pl_levels) pl_weighed
) pl_placed`;
  const row = {
    kind: `CASE WHEN l IS NULL THEN ${rest} ELSE ${level} END`,
    period: dayOf(plan, 'pl_listed'),
    ...{ segment: 'segment', name: 'name', label: 'l', bin: 'CASE WHEN l IS NULL THEN different END', n: 'n' },
  };
  return {
    parts: [
      { name: 'pl_labels', body: cells, inlined: true },
      { name: 'pl_levels', body: counted },
      { name: 'pl_ranked', body: ranked },
      {
        name: 'pl_listed',
        body: `SELECT day, segment, c, l, sum(n) AS n, sum(different) AS different\nFROM pl_ranked\nGROUP BY day, segment, c, l`,
      },
    ],
    rows: [longRow(dialect, row, 'pl_listed JOIN pl_names ON pl_names.c = pl_listed.c')],
  };
}

/** Kind `distinct`: how many different texts, as exact as the engine counts cheaply. */
export function distinctPortion({ dialect, texts }: Plan): Portion {
  if (texts.length === 0) return NOTHING;
  const list = texts.flatMap(({ key }) => {
    const l = `l${key}`;
    return [`count(${l}) AS v${key}`, `${dialect.different(l)} AS n${key}`];
  });
  const guesses = dialect.unpivot({
    source: 'pl_different',
    keep: [],
    columns: ['c', 'n'],
    // A guess may be above what there can be.
    rows: texts.map(({ key }) => [key, `CASE WHEN n${key} > v${key} THEN v${key} ELSE n${key} END`]),
  });
  return {
    parts: [
      { name: 'pl_different', body: `SELECT ${list.join(', ')}\nFROM pl_raw` },
      { name: 'pl_texts', body: guesses },
    ],
    rows: [
      longRow(
        dialect,
        { kind: kindText(dialect, 'distinct'), name: 'name', n: 'n' },
        'pl_texts JOIN pl_names ON pl_names.c = pl_texts.c',
      ),
    ],
  };
}
