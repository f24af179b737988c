import { codeColumn } from '../../../src/analysis/where/code-column.ts';
import { toldSegments } from '../../../src/analysis/where/told-segments.ts';
import type { SharedAxis } from '../../../src/analysis/summarise/periods.ts';
import { mapSides } from '../../../src/facts/document/sides.ts';
import { effectiveSize } from '../../../src/stats/adjust/effective-size.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { searchSegments } from '../../../src/stats/segments/search.ts';
import { autoregressive } from '../draws.ts';
import { markdownTable, percent } from '../tables.ts';

/** Days of two files, in whose current one the errors of a twentieth of the rows (two features high) become larger. */
export interface SegmentDatesCell {
  /** Autocorrelation of errors and features. */
  memory: number;
  /** Twice as large from a day on, twice as large in the whole current file, or three times as large by its end, little by little. */
  change: 'step' | 'file' | 'slope' | 'none';
}

const DAYS = 60;
const ROWS_OF_DAY = 500;
const ROWS = DAYS * ROWS_OF_DAY;
const COLUMNS = 10;
const LEVEL = 0.05;
/** Beyond it 22.4 % of normal values lie: of two, 5 %. */
const HIGH = 0.76;
const NEAR = 3;
const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 0, 5);

const axis: SharedAxis = {
  ...{ timeColumn: 'day', unit: 'day' },
  axes: mapSides({ reference: 0, current: DAYS }, (first) => ({
    starts: Array.from({ length: DAYS + 1 }, (_, day) => FIRST + (first + day) * DAY),
    codes: Int16Array.from({ length: ROWS }, (_, row) => Math.floor(row / ROWS_OF_DAY)),
  })),
};

function factorOf(change: SegmentDatesCell['change'], day: number, from: number): number {
  if (change === 'none') return 1;
  return change === 'slope' ? 1 + (2 * day) / DAYS : day >= from ? 2 : 1;
}

/** Whether a segment is told at all, whether any has a date, and whether the first date is near, and within its interval. */
export function segmentDatesOf({ memory, change }: SegmentDatesCell, seed: number) {
  const random = seededRandom(seed);
  const draw = autoregressive(memory);
  const bothFiles = () => ({ reference: draw(random, ROWS), current: draw(random, ROWS) });
  const features = Array.from({ length: COLUMNS }, bothFiles);
  const from = change === 'step' ? Math.floor(DAYS * (1 / 6 + (2 / 3) * random())) : 0;
  const errors = mapSides(bothFiles(), (noise, side) =>
    noise.map((error, row) => {
      const isIn = side === 'current' && features.slice(0, 2).every(({ current }) => current[row]! > HIGH);
      return Math.abs(error) * (isIn ? factorOf(change, Math.floor(row / ROWS_OF_DAY), from) : 1);
    }),
  );
  const columns = features.flatMap((values, i) => codeColumn({ name: `x${String(i)}`, kind: 'number' }, values, {}));
  const files = mapSides(errors, (values) => ({
    ...{ rows: ROWS, stretches: null, values, time: effectiveSize(values).time },
  }));
  const found = searchSegments(columns, files, LEVEL);
  const dating = { axis, dates: axis, seed };
  const { segments = [] } = toldSegments(columns, files, { basis: 'mae', costs: {}, found, ...dating });
  const [since] = segments.flatMap((segment) => segment.since ?? []);
  const moment = FIRST + (DAYS + from) * DAY;
  return {
    isTold: segments.length > 0,
    isDated: since !== undefined,
    isNear: since !== undefined && Math.abs(since.at - moment) <= NEAR * DAY,
    isHeld: since !== undefined && since.low <= moment && moment <= since.high,
  };
}

export const segmentDatesCells: SegmentDatesCell[] = [0, 0.9].flatMap((memory) =>
  (['none', 'slope', 'file', 'step'] as const).map((change) => ({ memory, change })),
);

const SAID = {
  none: 'nothing',
  slope: 'error of a segment three times as large by the end, little by little',
  file: 'twice as large in the whole current file',
  step: 'twice as large from a day of the current file on',
} as const;

/** How often the segments of reports have a date, and a right one. */
export function segmentDatesTable(runs: number): string {
  const measured = segmentDatesCells.map((cell) => {
    const found = Array.from({ length: runs }, (_, run) => segmentDatesOf(cell, 1 + run));
    const share = (holds: (one: (typeof found)[number]) => boolean, among = found): string =>
      among.length === 0 ? '–' : percent(among.filter(holds).length / among.length);
    const hasDate = cell.change === 'step' || cell.change === 'file';
    const dated = found.filter(({ isDated }) => isDated);
    return [
      ...[SAID[cell.change], cell.memory === 0 ? 'independent' : `AR ${String(cell.memory)}`, String(runs)],
      ...[share(({ isTold }) => isTold), share(({ isDated }) => isDated)],
      ...(hasDate ? [share(({ isNear }) => isNear), share(({ isHeld }) => isHeld, dated)] : ['–', '–']),
    ];
  });
  const heads = ['what happened', 'rows', 'reports', 'a segment', 'a date', 'within 3 days', 'interval holds the date'];
  return markdownTable(heads, measured);
}
