import { quote } from '../../facts/statements/statement.ts';
import type { SummaryKind } from '../../facts/summary-file.ts';
import { DAY } from './period-sums.ts';
import type { SummaryTable } from './summary-table.ts';
import type { SumsByKind } from './sums.ts';

/**
 * Refuses periods that are no times, and those that are no days where rows are counted by day.
 * @param table the summary file
 * @param counted what was counted by day, and by stretch
 * @throws PlumblineError that names the row
 */
export async function refuseTimes(
  table: SummaryTable,
  { days, stretches }: { days: readonly SumsByKind[]; stretches: SumsByKind },
): Promise<void> {
  for (const sums of days) await refuseIn(table, sums, 'day');
  await refuseIn(table, stretches, 'time');
}

async function refuseIn(table: SummaryTable, sums: SumsByKind, needs: 'day' | 'time'): Promise<void> {
  const isWrong = (start: number): boolean =>
    start === Infinity || (needs === 'day' && start % DAY !== 0 && start === start);
  for (const [kind, names] of sums) {
    if ([...names.values()].some(({ starts }) => starts.some(isWrong))) throw await wrongTime(table, kind, needs);
  }
}

async function wrongTime(table: SummaryTable, kind: SummaryKind, needs: 'day' | 'time'): Promise<Error> {
  const period = table.text('period');
  const time = `TRY_CAST(${period} AS TIMESTAMP)`;
  const isDay = needs === 'day' ? ` OR ${time} <> ${time}::DATE::TIMESTAMP` : '';
  const condition = `${table.isOf([kind])} AND ${period} <> '' AND (${time} IS NULL${isDay})`;
  const { row, text } = await table.firstRow(condition, period);
  return table.problemAt(row, { problem: 'cell', kind, cell: 'period', value: quote(text), needs });
}
