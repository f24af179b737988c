import type { Random } from '../../../src/stats/random.ts';
import { normal } from '../draws.ts';
import { DAY, START, WEEK } from '../sequences.ts';
import {
  EVEN,
  level,
  levels,
  machines,
  mixed,
  MOSTLY_FIRST,
  MOSTLY_LAST,
  numbers,
  plantShifts,
  products,
  RATES,
  share,
  shifts,
  skewed,
  slow,
  small,
  wider,
  type Pair,
} from './within-draws.ts';

/** Another mix of strata, or the same, and nothing else. */
export const calmWithin: Record<string, Pair> = {
  'another mix of 3 groups at levels of 0, 1, 3 σ, 1000 rows and 1000': numbers(
    mixed(1000, MOSTLY_FIRST, level),
    mixed(1000, MOSTLY_LAST, level),
  ),
  'the same, 300 rows and 100': numbers(mixed(300, MOSTLY_FIRST, level), mixed(100, MOSTLY_LAST, level)),
  'the same, 5000 rows and 200': numbers(mixed(5000, MOSTLY_FIRST, level), mixed(200, MOSTLY_LAST, level)),
  'another mix of 3 groups of different spread, 1000 rows and 1000': numbers(
    mixed(1000, MOSTLY_FIRST, wider),
    mixed(1000, MOSTLY_LAST, wider),
  ),
  'skewed whole numbers, another mix, 500 rows and 500': numbers(
    mixed(500, MOSTLY_FIRST, skewed),
    mixed(500, MOSTLY_LAST, skewed),
  ),
  'groups that are alike, 500 rows and 500': numbers(mixed(500, EVEN, normal), mixed(500, EVEN, normal)),
  '30 groups, 600 rows and 600': numbers(small(600), small(600)),
  'five machines row by row, AR .9, 5000 rows and 5000': numbers(machines(5000, 0.9), machines(5000, 0.9)),
  'the same, 2000 rows and 500': numbers(machines(2000, 0.9), machines(500, 0.9)),
  'the same, two of them in the current file, 5000 rows and 2000': numbers(
    machines(5000, 0.9),
    machines(2000, 0.9, { working: [3, 4] }),
  ),
  'shifts of eight rows, AR .9, 4000 rows and 4000': numbers(shifts(4000, 0.9), shifts(4000, 0.9)),
  'the same, nights twice as often now': numbers(shifts(4000, 0.9), shifts(4000, 0.9, { order: [0, 2, 1, 2] })),
  'shifts of eight rows, AR .9, 5000 rows and 300': numbers(shifts(5000, 0.9), shifts(300, 0.9)),
  'the same, nights twice as often now, 5000 rows and 300': numbers(
    shifts(5000, 0.9),
    shifts(300, 0.9, { order: [0, 2, 1, 2] }),
  ),
  'shifts of eight rows, AR .99, 5000 rows and 300': numbers(shifts(5000, 0.99), shifts(300, 0.99)),
  'five machines row by row, AR .9, 5000 rows and 300': numbers(machines(5000, 0.9), machines(300, 0.9)),
  'plant, 13 weeks and 13, another mix of two products': numbers(
    products(START, 13 * WEEK, { second: 0.3 }),
    products(START + 13 * WEEK, 13 * WEEK, { second: 0.6 }),
  ),
  'plant, 13 weeks and 1, another mix of two products': numbers(
    products(START, 13 * WEEK, { second: 0.3 }),
    products(START + 13 * WEEK, WEEK, { second: 0.6 }),
  ),
  'plant, 13 weeks and a Tuesday, another mix of two products': numbers(
    products(START, 13 * WEEK, { second: 0.3 }),
    products(START + 13 * WEEK + DAY, DAY, { second: 0.6 }),
  ),
  'plant, 13 weeks and 4, another mix of two products': numbers(
    products(START, 13 * WEEK, { second: 0.3 }),
    products(START + 13 * WEEK, 4 * WEEK, { second: 0.6 }),
  ),
  'plant, 13 weeks and 9 days, within shifts of eight hours': numbers(
    plantShifts(START, 13 * WEEK),
    plantShifts(START + 13 * WEEK, 9 * DAY),
  ),
  '2 categories, another mix, 1000 rows and 1000': levels(
    mixed(1000, MOSTLY_FIRST, share(RATES, 2)),
    mixed(1000, MOSTLY_LAST, share(RATES, 2)),
    2,
  ),
  '8 categories, another mix, 1000 rows and 1000': levels(
    mixed(1000, MOSTLY_FIRST, share(RATES, 8)),
    mixed(1000, MOSTLY_LAST, share(RATES, 8)),
    8,
  ),
  '60 categories, another mix, 1000 rows and 300': levels(
    mixed(1000, MOSTLY_FIRST, share(RATES, 60)),
    mixed(300, MOSTLY_LAST, share(RATES, 60)),
    60,
  ),
  '2 categories that stay (0.8), nights twice as often now, 4000 rows and 4000': levels(
    slow(4000, [0, 1, 2]),
    slow(4000, [0, 2, 1, 2]),
    2,
  ),
};

const shifted = (random: Random, stratum: number): number => level(random, stratum) + 0.5;

/** Something changed within strata. */
export const changedWithin: Record<string, Pair> = {
  'shift of 0.5 σ, the same mix, 300 rows and 300': numbers(mixed(300, EVEN, level), mixed(300, EVEN, shifted)),
  'shift of 0.5 σ, another mix, 1000 rows and 1000': numbers(
    mixed(1000, MOSTLY_FIRST, level),
    mixed(1000, MOSTLY_LAST, shifted),
  ),
  'shift of −0.5 σ that another mix hides, 1000 rows and 1000': numbers(
    mixed(1000, [0.5, 0.3, 0.2], level),
    mixed(1000, [0.33, 0.305, 0.365], (random, stratum) => level(random, stratum) - 0.5),
  ),
  'spread × 1.5 in each of 3 groups, another mix, 1000 rows and 1000': numbers(
    mixed(1000, MOSTLY_FIRST, wider),
    mixed(1000, MOSTLY_LAST, (random, stratum) => 1.5 * wider(random, stratum)),
  ),
  'five machines row by row, AR .9, 5000 rows and 5000: shift of 0.5 σ': numbers(
    machines(5000, 0.9),
    machines(5000, 0.9, { off: 0.5 }),
  ),
  'shifts of eight rows, AR .9, nights twice as often, 4000 rows and 4000: shift of 0.5 σ': numbers(
    shifts(4000, 0.9),
    shifts(4000, 0.9, { order: [0, 2, 1, 2], off: 0.5 }),
  ),
  'plant, 13 weeks and 13, another mix of two products: shift of 0.3 σ': numbers(
    products(START, 13 * WEEK, { second: 0.3 }),
    products(START + 13 * WEEK, 13 * WEEK, { second: 0.6, off: 0.3 }),
  ),
  'shifts of eight rows, AR .9, 5000 rows and 300: shift of 1 σ': numbers(
    shifts(5000, 0.9),
    shifts(300, 0.9, { off: 1 }),
  ),
  'plant, 13 weeks and 1, another mix of two products: shift of 0.5 σ': numbers(
    products(START, 13 * WEEK, { second: 0.3 }),
    products(START + 13 * WEEK, WEEK, { second: 0.6, off: 0.5 }),
  ),
  'plant, 13 weeks and a Tuesday, another mix of two products: shift of 1 σ': numbers(
    products(START, 13 * WEEK, { second: 0.3 }),
    products(START + 13 * WEEK + DAY, DAY, { second: 0.6, off: 1 }),
  ),
  '2 categories, another mix, each share + 15 points, 1000 rows and 1000': levels(
    mixed(1000, MOSTLY_FIRST, share(RATES, 2)),
    mixed(
      1000,
      MOSTLY_LAST,
      share(
        RATES.map((rate) => rate + 0.15),
        2,
      ),
    ),
    2,
  ),
  '2 categories that stay (0.8), each share + 15 points, 4000 rows and 4000': levels(
    slow(4000, [0, 1, 2]),
    slow(
      4000,
      [0, 2, 1, 2],
      RATES.map((rate) => rate + 0.15),
    ),
    2,
  ),
};
