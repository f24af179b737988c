import type { Warehouse } from '../facts/warehouses.ts';
import { DIALECTS } from './dialects/dialects.ts';
import { kindText, longRow } from './long-row.ts';
import { namesPart } from './parts/known.ts';
import { rawPart } from './parts/table-rows.ts';
import { NOTHING, planOf, type Plan, type Portion } from './plan.ts';
import type { SummaryRequest } from './request.ts';
import { statementOf } from './statement.ts';

/** Columns of so many different values for each bin have few: somewhat more than one, since engines guess how many there are. */
const FEW = 1.25;

/** Kind `edge`: the least and the greatest value and quantiles between; of columns with few different values, all of them. */
function edgePortion(plan: Plan): Portion {
  const { dialect, numbers, request } = plan;
  if (numbers.length === 0) return NOTHING;
  const cells = dialect.unpivot({
    source: 'pl_raw',
    keep: [],
    columns: ['c', 'x'],
    rows: numbers.map(({ key }) => [key, `x${key}`]),
  });
  const values = `SELECT c, x FROM pl_cells WHERE x > ${dialect.double(-Infinity)} AND x < ${dialect.double(Infinity)}`;
  const spread = `SELECT c, min(x) AS low, max(x) AS high, ${dialect.different('x')} AS different FROM pl_values GROUP BY c`;
  const fewValues = String(Math.ceil(request.bins * FEW));
  const edges = [
    'SELECT c, low AS x FROM pl_spread',
    'SELECT c, high AS x FROM pl_spread',
    `SELECT pl_quantiles.c, x FROM pl_quantiles JOIN pl_spread ON pl_spread.c = pl_quantiles.c WHERE different > ${fewValues}`,
    `SELECT pl_values.c, x FROM pl_values JOIN pl_spread ON pl_spread.c = pl_values.c WHERE different <= ${fewValues} GROUP BY pl_values.c, x`,
  ];
  const different = `SELECT c, x FROM (\n${edges.join('\nUNION ALL\n')}\n) pl_all_edges GROUP BY c, x`;
  const placed = `SELECT c, x, row_number() OVER (PARTITION BY c ORDER BY x) - 1 AS place FROM pl_different`;
  const row = { kind: kindText(dialect, 'edge'), name: 'name', bin: 'place', least: 'x', greatest: 'x' };
  return {
    parts: [
      { name: 'pl_cells', body: cells, inlined: true },
      { name: 'pl_values', body: values, inlined: true },
      { name: 'pl_spread', body: spread },
      { name: 'pl_quantiles', body: dialect.quantiles('pl_values', request.bins) },
      { name: 'pl_different', body: different },
      { name: 'pl_edges', body: placed },
    ],
    rows: [longRow(dialect, row, 'pl_edges JOIN pl_names ON pl_names.c = pl_edges.c')],
  };
}

/** Kind `telling`: the most frequent categories. */
function tellingPortion({ dialect, levels, request }: Plan): Portion {
  if (levels.length === 0) return NOTHING;
  const cells = dialect.unpivot({
    source: 'pl_raw',
    keep: [],
    columns: ['c', 'l'],
    rows: levels.map(({ key }) => [key, `l${key}`]),
  });
  const counted = `SELECT c, l, row_number() OVER (PARTITION BY c ORDER BY n DESC, l) - 1 AS place
FROM (SELECT c, l, count(*) AS n FROM pl_labels WHERE l IS NOT NULL GROUP BY c, l) pl_counted`;
  const row = { kind: kindText(dialect, 'telling'), name: 'name', label: 'l', bin: 'place' };
  const source = `pl_telling JOIN pl_names ON pl_names.c = pl_telling.c WHERE place < ${String(request.tellingLevels)}`;
  return {
    parts: [
      { name: 'pl_labels', body: cells, inlined: true },
      { name: 'pl_telling', body: counted },
    ],
    rows: [longRow(dialect, row, source)],
  };
}

/** The first statement: edges of the reference, which stay as they are for all that is counted later. */
export function edgesStatement(request: SummaryRequest, warehouse: Warehouse): string {
  const plan = planOf(request, DIALECTS[warehouse]);
  const noRow = longRow(plan.dialect, { kind: kindText(plan.dialect, 'edge') }, 'pl_names WHERE c < 0');
  return statementOf(plan, [
    { parts: [rawPart(plan), namesPart(plan)], rows: plan.numbers.length + plan.levels.length === 0 ? [noRow] : [] },
    edgePortion(plan),
    tellingPortion(plan),
  ]);
}
