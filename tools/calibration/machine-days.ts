import { readFileSync } from 'node:fs';
import { adjust } from '../../src/analysis/compare/adjust.ts';
import { numericResult } from '../../src/analysis/run/column-result.ts';
import { thresholds } from '../../src/analysis/run/plan.ts';
import type { ColumnDrift } from '../../src/facts/document/drift.ts';
import { parseConfig } from '../../src/facts/settings/settings.ts';
import { driftState } from '../../src/report/verdict/verdict.ts';
import { numberSummaries } from '../../test/analysis/summaries.ts';
import { jobs } from './simulate.ts';
import { markdownTable } from './tables.ts';

const DAY = 86_400_000;
/** Days of fewer rows, of 288, are not compared. */
const LEAST_ROWS = 100;
/** Days that far from any incident are quiet. */
const QUIET_DAYS = 3;

interface Readings {
  times: Float64Array;
  values: Float64Array;
}

/** A time of the file, 2013-12-02 21:15:00, in milliseconds of a clock without a zone. */
const timeOf = (text: string): number => Date.parse(`${text.trim().replace(' ', 'T')}Z`);

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').trim().split('\n').slice(1);

function readingsIn(path: string): Readings {
  const cells = linesOf(path).map((line) => line.split(','));
  return {
    times: Float64Array.from(cells, ([time = '']) => timeOf(time)),
    values: Float64Array.from(cells, ([, value]) => Number(value)),
  };
}

function within({ times, values }: Readings, from: number, end: number): Readings {
  const isWithin = (_: number, row: number): boolean => times[row]! >= from && times[row]! < end;
  return { times: times.filter(isWithin), values: values.filter(isWithin) };
}

const config = parseConfig();

/** What a report of this one column says. */
function judged(reference: Readings, current: Readings): { drift: ColumnDrift; state: string } {
  const [values, times] = (['values', 'times'] as const).map((key) => ({
    reference: reference[key],
    current: current[key],
  }));
  const [column] = adjust([numericResult(jobs.numeric, numberSummaries(values!, { times: times! }))], config);
  const drift = column?.drift ?? null;
  if (drift === null || 'notTested' in drift) throw new Error('a column of numbers is tested');
  return { drift, state: driftState(drift, { alpha: config.alpha, ...thresholds('x', 'numeric', config) }) };
}

/** From the first day to the last one. */
type Span = readonly [from: string, last: string];
const REFERENCES: readonly Span[] = [
  ['2013-12-18', '2014-01-14'],
  ['2013-12-02', '2013-12-15'],
];

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const daysOf = ({ times }: Readings): number[] => [
  ...new Set(Array.from(times, (time) => Math.floor(time / DAY) * DAY)),
];

interface DayOfMachine {
  cells: string[];
  state: string | null;
}

/** One day against one span. */
function against(readings: Readings, [from, last]: Span, day: number): DayOfMachine {
  const [start, end] = [timeOf(`${from} 00:00:00`), timeOf(`${last} 00:00:00`) + DAY];
  if (day >= start && day < end) return { cells: ['in the reference', '', ''], state: null };
  const { drift, state } = judged(within(readings, start, end), within(readings, day, day + DAY));
  const sizes = [drift.effect.raw, drift.yardstick?.raw].map((size) => size?.toFixed(1) ?? '–');
  return { cells: [state === 'changed' ? `**${state}**` : state, ...sizes], state };
}

/** How many of the quiet days are called changed. */
function quietShare(days: readonly number[], found: readonly DayOfMachine[], incidents: readonly number[]): string {
  const isQuiet = (day: number): boolean =>
    incidents.every((incident) => Math.abs(day + DAY / 2 - incident) > QUIET_DAYS * DAY);
  const quiet = found.filter(({ state }, i) => state !== null && isQuiet(days[i]!));
  const called = quiet.filter(({ state }) => state === 'changed').length;
  return `${String(called)} of ${String(quiet.length)}`;
}

/**
 * Every day of a machine against two references, as Markdown.
 * @param path of the readings: a time and a temperature a line
 * @param incidentsPath of the times of its incidents, one a line
 */
export function machineTable(path: string, incidentsPath: string): string {
  const readings = readingsIn(path);
  const incidents = linesOf(incidentsPath).map(timeOf);
  const days = daysOf(readings).filter((day) => within(readings, day, day + DAY).times.length >= LEAST_ROWS);
  const found = REFERENCES.map((span) => days.map((day) => against(readings, span, day)));
  const isIncident = (day: number): boolean => incidents.some((time) => time >= day && time < day + DAY);
  const meanOf = (day: number): string => {
    const { values } = within(readings, day, day + DAY);
    return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);
  };
  const rows = days.map((day, i) => [
    `${dayOf(day)}${isIncident(day) ? ' (incident)' : ''}`,
    meanOf(day),
    ...found.flatMap((one) => one[i]?.cells ?? []),
  ]);
  const head = REFERENCES.flatMap((_, i) => [`state, reference ${String(i + 1)}`, 'effect', 'yardstick']);
  const quiet = found.map((one) => quietShare(days, one, incidents)).join(' and ');
  const spans = REFERENCES.map(([from, last], i) => `reference ${String(i + 1)} is ${from} to ${last}`);
  return `**Every day of a machine**: \`machine_temperature\` of the Numenta Anomaly Benchmark (MIT), one sensor, a reading every 5 minutes, four incidents. Each day is compared with two references: ${spans.join(', ')}; the second
holds an incident, so its yardstick is wide. Effect: the distance of both distributions. Yardstick: what one stretch in twenty of the reference, as long as a day, exceeds. Both are in the sensor's unit. Of the days more than three days from any incident ${quiet} are \`changed\`.

${markdownTable(['day', 'mean', ...head], rows)}`;
}
