import { queryRow } from '../database/database.ts';
import { quote } from '../../facts/statements/statement.ts';
import type { SummaryProblem } from '../../facts/statements/summary-problems.ts';
import { SCORE_BINS, SUMMARY_KINDS, type SummaryKind } from '../../facts/summary-file.ts';
import type { SummaryCell, SummaryTable } from './summary-table.ts';

type Needs = Extract<SummaryProblem, { problem: 'cell' }>['needs'];

/** What a cell has to hold in rows of some kinds, in SQL. */
interface Rule {
  cell: SummaryCell;
  kinds: readonly SummaryKind[];
  needs: Needs;
  holds: string;
}

const DEFINING: readonly SummaryKind[] = ['column', 'probability', 'edge', 'telling'];
const COUNTING = SUMMARY_KINDS.filter((kind) => !DEFINING.includes(kind));

/** A whole number is none but for its sign. */
function isCount(table: SummaryTable, cell: SummaryCell): string {
  const number = table.number(cell);
  return table.isWhole(cell)
    ? `${table.raw(cell)} >= 0`
    : `${number} >= 0 AND ${number} = floor(${number}) AND ${number} < 1e300`;
}

function rulesOf(table: SummaryTable): Rule[] {
  const n = table.number('n');
  const [bin, total, squares] = [table.number('bin'), table.number('total'), table.number('squares')];
  const [least, greatest] = [table.number('least'), table.number('greatest')];
  const counted = (holds: string): string => `${n} = 0 OR (${holds})`;
  // Sums of huge values are none.
  const isNumber = (cell: string): string => counted(`${cell} IS NOT NULL`);
  const isRange = counted(`isfinite(${least}) AND isfinite(${greatest}) AND ${least} <= ${greatest}`);
  return [
    { cell: 'n', kinds: COUNTING, needs: 'count', holds: isCount(table, 'n') },
    {
      cell: 'bin',
      kinds: ['column', 'edge', 'telling', 'bin', 'day-bin', 'rest', 'score'],
      needs: 'count',
      holds: isCount(table, 'bin'),
    },
    { cell: 'bin', kinds: ['score'], needs: 'count', holds: `${bin} < ${String(SCORE_BINS)}` },
    {
      cell: 'total',
      kinds: ['bin', 'day', 'product', 'paired', 'score', 'error'],
      needs: 'number',
      holds: isNumber(total),
    },
    { cell: 'squares', kinds: ['bin', 'day', 'paired', 'error'], needs: 'number', holds: isNumber(squares) },
    { cell: 'least', kinds: ['bin', 'day'], needs: 'number', holds: isRange },
    { cell: 'least', kinds: ['edge'], needs: 'number', holds: `isfinite(${least}) AND ${least} = ${greatest}` },
  ];
}

const isBroken = ({ holds }: Pick<Rule, 'holds'>): string => `NOT coalesce(${holds}, false)`;

/** The kinds that most rows are of are asked for first. */
const IN_ORDER = [...new Set<SummaryKind>(['day-bin', 'stretch', 'level', 'level-stretch', ...SUMMARY_KINDS])];

/**
 * Refuses a table with a row that no summary file has: of a kind that is not known, or with a cell that cannot be.
 * @param table the summary file
 * @param signal stops the queries
 * @throws PlumblineError that names the first such row
 */
export async function checkRows(table: SummaryTable, signal: AbortSignal | undefined): Promise<void> {
  const rules = rulesOf(table);
  const rulesFor = (kind: SummaryKind): Rule[] => rules.filter(({ kinds }) => kinds.includes(kind));
  const cases = IN_ORDER.map((kind) => {
    const holds = rulesFor(kind).map((rule) => `(${rule.holds})`);
    return `WHEN ${table.isOf([kind])} THEN ${isBroken({ holds: holds.join(' AND ') || 'true' })}`;
  });
  const isWrong = `CASE ${cases.join(' ')} ELSE true END`;
  const { wrong } = await queryRow(
    table.set.database,
    `SELECT coalesce(bool_or(${isWrong}), false) AS wrong FROM ${table.set.source}`,
    signal,
  );
  if (wrong !== true) return;
  const { row, text } = await table.firstRow(isWrong, table.text('kind'), signal);
  const kind = SUMMARY_KINDS.find((known) => known === text);
  if (kind === undefined) throw table.problemAt(row, { problem: 'unknown-kind', kind: quote(text) });
  for (const rule of rulesFor(kind)) await refuseBroken(table, { kind, row, rule });
}

async function refuseBroken(
  table: SummaryTable,
  { kind, row, rule }: { kind: SummaryKind; row: number; rule: Rule },
): Promise<void> {
  const { cell, needs } = rule;
  const { wrong, value } = await queryRow(
    table.set.database,
    `SELECT ${isBroken(rule)} AS wrong, ${table.text(cell)} AS value FROM ${table.set.source} WHERE rowid = ${String(row)}`,
  );
  if (wrong === true) throw table.problemAt(row, { problem: 'cell', kind, cell, value: quote(String(value)), needs });
}
