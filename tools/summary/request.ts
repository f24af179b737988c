import type { Warehouse } from '../../src/facts/warehouses.ts';
import { DIALECTS } from '../../src/warehouse/dialects/dialects.ts';
import {
  requestProblems,
  USUAL_REQUEST,
  type RequestProblem,
  type SummaryRequest,
} from '../../src/warehouse/request.ts';
import { tableParts } from '../../src/warehouse/table-parts.ts';
import { requestedColumns, type GivenColumn } from './columns.ts';
import type { SummaryOptions } from './options.ts';

function problemText(problem: RequestProblem): string {
  switch (problem.kind) {
    case 'no-columns':
      return 'There is no column to count.';
    case 'column-without-name':
      return `Column ${String(problem.place + 1)} has no name: give it one in a view.`;
    case 'column-twice':
      return `The column “${problem.name}” is named twice.`;
    case 'time-not-a-column':
      return `--time: “${problem.name}” is not among the columns that are counted.`;
    case 'time-of-another-type':
      return `--time: “${problem.name}” is read as ${problem.type}, not as a time.`;
    case 'role-twice':
      return `More than one column is the ${problem.role}: ${problem.names.map((name) => `“${name}”`).join(', ')}.`;
    case 'not-a-number-of':
      return problem.setting === 'stretch'
        ? `--stretch: ${String(problem.value / 1000)} s is not possible: whole seconds, of which a day is a multiple.`
        : `--${problem.setting}: ${String(problem.value)} is not possible.`;
  }
}

/**
 * The parts of a table's name, as the engine takes it.
 * @throws Error where it is none
 */
export function partsOf(table: string, engine: Warehouse): string[] {
  const parts = tableParts(table, DIALECTS[engine].folds);
  if (parts === null)
    throw new Error(`--table: “${table}” is no name of a table: plant.readings, or plant."odd name".`);
  return parts;
}

/**
 * What the options ask for.
 * @throws Error that says why it cannot be counted
 */
export function requestOf(
  options: SummaryOptions,
  given: readonly GivenColumn[],
  warn: (text: string) => void,
): SummaryRequest {
  const { bins, stretch, engine, table, time, segment } = options;
  const columns = requestedColumns(given, options, warn);
  const request: SummaryRequest = {
    ...USUAL_REQUEST,
    source: table === undefined ? { files: options.file } : { table: partsOf(table, engine) },
    columns,
    time: time ?? columns.find(({ role }) => role === 'time')?.name ?? null,
    segment: segment ?? null,
    ...(bins !== undefined && { bins: Number(bins) }),
    ...(stretch !== undefined && { stretch: Number(stretch) * 1000 }),
  };
  const [problem] = requestProblems(request);
  if (problem !== undefined) throw new Error(problemText(problem));
  return request;
}
