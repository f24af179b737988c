import { expect, test } from 'vitest';
import { compareWeighted, weightedCurve } from '../../../src/stats/compare/within/weighted-curve.ts';
import { ecdf } from '../../../src/stats/describe/ecdf.ts';
import { seededRandom } from '../../../src/stats/random.ts';
import { positionsOf, rankClasses } from '../../../src/stats/sequence/rank-classes.ts';
import { stratifiedStretches } from '../../../src/stats/sequence/stratified-stretches.ts';
import { stretchDistances } from '../../../src/stats/sequence/stretches.ts';

const STRATA = 3;
const LENGTH = 20;
const COUNT = 15;

/** 300 rows of three strata at levels of their own, few enough values for a class each. */
function drawn() {
  const random = seededRandom(5);
  const strata = Int32Array.from({ length: LENGTH * COUNT }, () => Math.floor(random() ** 2 * STRATA));
  const values = Float64Array.from(strata, (stratum) => Math.round(20 * random()) + 5 * stratum);
  const stretches = Int32Array.from(values, (_, row) => (row % 50 === 49 ? -1 : Math.floor(row / LENGTH)));
  const residuals = Float64Array.from(values, () => random() - 0.5);
  const classes = rankClasses(ecdf(values));
  return { values, classes, rows: { strata, stretches, residuals, positions: positionsOf(values, classes) } };
}

test('with one stratum, each stretch is held against all the others', () => {
  const { rows, classes } = drawn();
  const residuals = Float64Array.from(rows.positions, (place) => classes.ranks[place]!);
  const one = { ...rows, residuals, strata: new Int32Array(rows.strata.length) };
  const found = stratifiedStretches(one, { stretches: COUNT, strata: 1 }, classes);
  const plain = stretchDistances(rows.positions, rows.stretches, COUNT, classes);
  for (const key of ['gaps', 'areas', 'means'] as const) {
    expect(found[key]).toHaveLength(COUNT);
    found[key].forEach((value, i) => {
      expect(value).toBeCloseTo(plain[key][i]!, 12);
    });
  }
});

test('with several, against the others weighted as its strata are mixed', () => {
  const { values, rows, classes } = drawn();
  const found = stratifiedStretches(rows, { stretches: COUNT, strata: STRATA }, classes);
  for (let stretch = 0; stretch < COUNT; stretch++) {
    const places = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
    const [own, rest] = [
      places.filter((row) => rows.stretches[row] === stretch),
      places.filter((row) => rows.stretches[row]! >= 0 && rows.stretches[row] !== stretch),
    ];
    const sizeIn = (part: readonly number[], h: number): number => part.filter((row) => rows.strata[row] === h).length;
    const curve = (part: readonly number[], weightOf: (row: number) => number) =>
      weightedCurve(
        Float64Array.from(part, (row) => values[row]!),
        (place) => weightOf(part[place]!),
      );
    const mixed = rest.filter((row) => sizeIn(own, rows.strata[row]!) > 0);
    const { gap, area } = compareWeighted(
      curve(mixed, (row) => sizeIn(own, rows.strata[row]!) / sizeIn(rest, rows.strata[row]!)),
      curve(own, () => 1),
    );
    expect(found.gaps[stretch]).toBeCloseTo(gap, 12);
    expect(found.areas[stretch]).toBeCloseTo(area, 12);
    expect(found.means[stretch]).toBeCloseTo(own.reduce((sum, row) => sum + rows.residuals[row]!, 0) / own.length, 12);
  }
});

test('strata that no other stretch has are left out, and stretches that are little else', () => {
  const { rows, classes } = drawn();
  const strata = rows.strata.map((stratum, row) => (row < LENGTH - 2 ? STRATA : stratum));
  const found = stratifiedStretches({ ...rows, strata }, { stretches: COUNT, strata: STRATA + 1 }, classes);
  expect(found.gaps).toHaveLength(COUNT - 1);
  expect(stratifiedStretches(rows, { stretches: COUNT, strata: 1_000_000 }, classes).gaps).toHaveLength(0);
});
