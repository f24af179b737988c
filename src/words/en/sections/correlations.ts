import type { CorrelationMatrix } from '../../../facts/document/distribution.ts';
import { SIDES } from '../../../facts/document/sides.ts';
import { correlation, count } from '../../format.ts';
import { counted } from '../grammar.ts';
import type { SidesWords } from '../sides.ts';

type Rows = Pick<CorrelationMatrix, 'columns' | 'rowsUsed' | 'sampled' | 'columnsLeftOut'>;

/** Which rows and columns a matrix speaks of. */
function rows({ columns, rowsUsed, sampled, columnsLeftOut }: Rows, sides: SidesWords): string {
  const used = SIDES.filter((side) => rowsUsed[side] !== undefined);
  const files = used.map((side) => `${count(rowsUsed[side])} of the ${sides[side].name} file`).join(', ');
  const basis = sampled ? 'a sample of the rows' : 'rows';
  const left = columnsLeftOut > 0 ? `; ${counted(columnsLeftOut, 'column')} left out to keep it readable` : '';
  return `${counted(columns.length, 'column')}; ${basis}: ${files}${left}.`;
}

type Changes = NonNullable<CorrelationMatrix['tested']>;
type Pair = CorrelationMatrix['changedMost'][number];

/** How many pairs changed, and what chance makes of as many. */
function changes({ pairs, changed, largest, largestByChance, minimum }: Changes): string {
  const found =
    changed === 0
      ? pairs === 1
        ? 'The one pair did not change'
        : `None of ${counted(pairs, 'pair')} changed`
      : `${count(changed)} of ${counted(pairs, 'pair')} changed, each by ${correlation(minimum)} or more and more than chance`;
  const size = `${pairs === 1 ? 'The difference' : `The largest of ${counted(pairs, 'difference')}`} is ${correlation(largest)}`;
  const others = changed > 0 && largest <= largestByChance ? 'in pairs whose rows tell less ' : '';
  return `${found}. ${size}; ${others}chance alone makes up to ${correlation(largestByChance)}.`;
}

/** What is said of a pair in the table of those that changed most. */
function verdict({ changed, difference }: Pair, minimum: number): string {
  if (changed === undefined) return 'not tested';
  if (changed) return 'changed';
  return Math.abs(difference) < minimum ? 'small' : 'may be chance';
}

export const correlations = {
  rows,
  changes,
  verdict,
  lead: 'How columns move together.',
  leadOfTwo: 'How columns move together, and where that has changed.',
  handbook: (method: string): string => `What ${method} is`,
  notYet: 'Correlations come last.',
  none: 'There are no two columns here that could be correlated.',
  method: 'Method',
  methods: {
    pearson: 'Straight-line relations between numbers',
    spearman: 'Relations that rise or fall, straight or not',
    cramers_v: 'Relations between categories',
  },
  pairs: 'Pairs that changed most',
  pair: 'Pair',
  state: 'Verdict',
  q: 'q',
  and: 'and',
};
