import { expect, test } from 'vitest';
import { costCases, costShares } from '../../../tools/calibration/model/cost-intervals.ts';

/** A smaller version of `npm run calibrate -- 1000 costs`; the slack is three standard errors and two points. */
const RUNS = 100;
const SLACK = 3 * Math.sqrt((0.95 * 0.05) / RUNS) + 0.02;
const tested = costCases.filter(({ what }) =>
  /^400 |models|10 % of the class$|few errors|machines|frequent and missed/.test(what),
);

test.each(tested.map((one) => [one.what, one] as const))(
  '%s: intervals hold what is true, and a difference is told where there is one',
  (_, one) => {
    const { value, difference, told, known } = costShares(one, RUNS);
    const isSame = one.truth.reference === one.truth.current;
    if (known > 0.5) {
      expect(value).toBeGreaterThanOrEqual(0.95 - SLACK);
      expect(difference).toBeGreaterThanOrEqual(0.95 - SLACK);
    }
    if (isSame) expect(told).toBeLessThanOrEqual(0.05 + SLACK);
    else expect(told).toBeGreaterThan(0.9);
  },
  60_000,
);
