import { describe, expect, test } from 'vitest';
import { matchLabels } from '../../../src/analysis/model/labels.ts';
import { calendarPlaces } from '../../../src/analysis/summarise/calendar-order.ts';
import { categoricalQuality } from '../../../src/analysis/summarise/column-quality.ts';
import { categoricalDistribution } from '../../../src/analysis/summarise/distributions.ts';
import { summariseLevels } from '../../../src/analysis/summarise/summarise-levels.ts';
import { tableFromCounts } from '../../../src/stats/describe/frequency-table.ts';

const inOrder = [
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  ['MONTAG', 'DIENSTAG', 'MITTWOCH', 'SONNABEND'],
  ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
  ['lunes', 'miércoles', 'viernes', 'sábado', 'domingo'],
  ['lunedì', 'martedì', 'giovedì', 'sabato'],
  ['måndag', 'tisdag', 'lördag', 'söndag'],
  ['poniedziałek', 'środa', 'piątek'],
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  ['Januar', 'März', 'Mai', 'Dezember'],
  ['janvier', 'février', 'août', 'décembre'],
];

test.each(inOrder)('%s and those behind it are known', (...names) => {
  const places = calendarPlaces(names) ?? [];
  expect(places).toHaveLength(names.length);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test.each([[['so', 'do']], [['Mon', 'Tue', 'Other']], [['lundi', 'Tuesday', 'mercredi']], [['A', 'B', 'C', 'D']]])(
  '%s are no days of one language',
  (names) => {
    expect(calendarPlaces(names)).toBeNull();
  },
);

describe('days of the week stand as in the calendar', () => {
  const days = ['Fri', 'Mon', 'Sat', 'Sun', 'Thu', 'Tue', 'Wed'];
  const wanted = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

  test('in figures, with what each makes of a score', () => {
    const table = (counts: number[]) => tableFromCounts(days, Float64Array.from(counts), 0);
    const picture = categoricalDistribution({
      reference: table([9, 9, 9, 9, 9, 9, 9]),
      current: table([30, 9, 9, 9, 9, 9, 9]),
    });
    expect(picture.categories.map(({ name }) => name)).toEqual(wanted);
    const psi = picture.scores.find(({ method }) => method === 'psi');
    expect(psi?.parts.indexOf(Math.max(...psi.parts))).toBe(wanted.indexOf('Fri'));
  });

  test('in the list of the most common, where they are equally frequent', () => {
    const counted = { levels: days, counts: Float64Array.from([9, 9, 9, 30, 9, 9, 9]), missing: 0 };
    const { mostCommon } = categoricalQuality(
      summariseLevels(counted, { column: 'day', slice: 'current', coerced: 0 }, null),
    );
    expect(mostCommon.map(({ value }) => value)).toEqual(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']);
  });

  test('among the classes of a model', () => {
    const counts = { current: new Map(days.map((day) => [day, 5])) };
    expect(matchLabels(counts, counts).classes).toEqual(wanted);
  });
});
