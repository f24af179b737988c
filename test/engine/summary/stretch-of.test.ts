import { expect, test } from 'vitest';
import { stretchOf } from '../../../src/engine/summary/count/stretch-of.ts';
import type { SummaryFile } from '../../../src/facts/summary-file.ts';

const MINUTE = 60_000;

const counted = (count: number, startOf: (place: number) => number) => {
  const starts = Float64Array.from({ length: count }, (_, place) => startOf(place));
  const order = { stretches: { starts, n: starts, total: starts }, levels: [] };
  return { columns: [{ order: null }, { order }] } as unknown as SummaryFile;
};

test.each([
  { what: 'hours', file: counted(40, (place) => place * 60 * MINUTE), stretch: 60 * MINUTE },
  {
    what: 'quarters of an hour, some empty',
    file: counted(40, (place) => place * place * 15 * MINUTE),
    stretch: 15 * MINUTE,
  },
  { what: 'before 1970', file: counted(40, (place) => (place - 20) * 5 * MINUTE), stretch: 5 * MINUTE },
  { what: 'days', file: counted(40, (place) => place * 7 * 1440 * MINUTE), stretch: 1440 * MINUTE },
  { what: 'too few', file: counted(29, (place) => place * 15 * MINUTE), stretch: undefined },
  { what: 'no whole seconds', file: counted(40, (place) => place * 1500), stretch: undefined },
  { what: 'no time', file: { ...counted(0, Number), columns: [] }, stretch: undefined },
])('how long stretches are: $what', ({ file, stretch }) => {
  expect(stretchOf(file)).toBe(stretch);
});
