import type { RunResult } from '../../analysis/run/run-result.ts';
import type { ReportColumn } from '../../facts/document/document.ts';
import { isDated, type ColumnResult, type Since } from '../../facts/document/drift.ts';
import type { ChangePoint } from '../../facts/document/where.ts';

const dated = (
  dating: Since | undefined,
  point: Omit<ChangePoint, keyof Extract<Since, { at: number }>>,
): ChangePoint[] => (dating !== undefined && isDated(dating) ? [{ ...point, ...dating }] : []);

/** Every date that the report tells: of the model's error, then column by column. */
export function changePointsOf(
  { columns: results, errorSince }: RunResult,
  columns: readonly ReportColumn[],
): ChangePoint[] {
  const said = new Map(columns.map((column) => [column.name, column]));
  const error = errorSince === undefined ? [] : dated(errorSince.dating, { measure: errorSince.measure });
  return [...error, ...results.flatMap((result) => pointsOf(result, said.get(result.name)))];
}

/** Of the level, where the column changed or moved in it; and of its gaps. */
function pointsOf(
  { name, dating, levelOverTime, missingOverTime }: ColumnResult,
  said: ReportColumn | undefined,
): ChangePoint[] {
  const { text, step } = said?.drift?.statements ?? {};
  const kept: Pick<ChangePoint, 'part' | 'level'> =
    levelOverTime === undefined ? { part: 'mean' } : { part: 'level', level: levelOverTime.level };
  return [
    ...(step === undefined || text?.kind === 'emptied' ? [] : dated(dating, { column: name, ...kept })),
    ...dated(missingOverTime?.dating, { column: name, part: 'missing' }),
  ];
}
