import type { PerSide, Side } from '../../../facts/document/side.ts';
import { SIDES } from '../../../facts/document/sides.ts';
import { count, effect, number, share } from '../../format.ts';
import { counted, listed } from '../grammar.ts';
import type { SidesWords, SideWords } from '../sides.ts';

/** What a click on a head does. */
const hints = {
  column: 'Sort by name',
  type: 'Sort by type',
  mean: ({ name }: SideWords): string => `Sort by the mean in the ${name} file`,
  effect: 'How far it moved. Sort by how many times the size that matters',
  evidence: 'q-value: how likely so clear a difference is by chance, all columns together. Sort by it',
  state: 'Sort by state, what asks for attention first',
};

/** Columns that changed or moved, of those that were compared; the share of those that changed. */
export interface Drifted {
  drifted: number;
  moved: number;
  tested: number;
  share: number;
}

export const drift = {
  hints,
  type: 'Type',
  effect: 'Effect',
  evidence: 'Evidence',
  state: 'State',
  sortBy: 'Sort by',
  q: 'q',
  lead: ({ drifted, moved, tested, share: part }: Drifted): string => {
    const others = moved === 0 ? '' : `, ${count(moved)} moved`;
    return `${count(drifted)} of ${counted(tested, 'compared column')} changed (${share(part)})${others}. Open a row for the picture, the reason and the statistic.`;
  },
  handbook: 'What effect, evidence and state mean',
  table: 'Columns and what became of them',
  shown: ({ shown, total }: { shown: number; total: number }): string =>
    shown === total ? counted(total, 'column') : `${count(shown)} of ${counted(total, 'column')}`,
  showAll: 'Show all',
  showAllColumns: 'Show all columns',
  noneFits: 'No column fits.',
  notYet: 'The run has not come to this column yet.',
  statistics: 'Statistics',
  quality: 'Quality side by side',
  qualityOf: (column: string): string => `Quality of ${column}`,
};

const pair = (sizes: Record<Side, number>): string => `${count(sizes.reference)} and ${count(sizes.current)}`;

/** Names of what is behind a verdict, and what they are. */
export const statistics = {
  effect: 'Effect',
  effectAllRows: 'Effect over all rows',
  minimum: 'Matters from',
  raw: 'In the column’s own unit',
  scale: ({ noun }: SideWords): string => `Scale of ${noun}`,
  test: 'Test',
  statistic: 'Statistic',
  pValue: 'p-value',
  qValue: 'q-value, all columns together',
  values: 'Values',
  effectiveSize: 'Worth independent rows',
  pValueIndependent: 'p-value if every row counted in full',
  sizeByMethod: ({ size, method }: { size: string; method: string }): string => `${size} (${method})`,
  withFreedom: ({ statistic, degreesOfFreedom }: { statistic: number; degreesOfFreedom?: number }): string =>
    degreesOfFreedom === undefined
      ? number(statistic)
      : `${number(statistic)}, ${counted(degreesOfFreedom, 'degree of freedom', 'degrees of freedom')}`,
  pair,
  detectable: (power: number): string => `Smallest change seen ${effect(power * 100)} times in 100`,
  nothingDetectable: 'none, with so few values',
  evidently: ({ method, threshold }: { method: string; threshold: number }): string =>
    `Evidently’s ${method}, threshold ${effect(threshold)}`,
  score: ({ value, drifted }: { value: number; drifted: boolean }): string =>
    `${number(value)}: ${drifted ? 'drift' : 'no drift'}`,
  drawn: (method: string): string => `${method}, on the bins drawn`,
  byChance: ({ value, chance }: { value: number; chance: number }): string =>
    `${number(value)} (chance alone: about ${effect(chance)})`,
};

export interface ReviewLead {
  low: number;
  high: number;
  counts: PerSide<number>;
  currentShare: number;
  /** How many rows are named. */
  listed: number;
}

const reviewLead = (values: ReviewLead, sides: SidesWords): string => {
  const { low, high, counts, currentShare } = values;
  const total = (counts.reference ?? 0) + (counts.current ?? 0);
  const having = SIDES.filter((side) => (counts[side] ?? 0) > 0);
  const files = listed(having.map((side) => `${count(counts[side])} in the ${sides[side].name} file`));
  const range = `${number(low)} to ${number(high)}, the ordinary range of ${sides.reference.noun}`;
  const lead = `${counted(total, 'value')} outside ${range}: ${files} (${share(currentShare)} of the ${sides.current.name} values).`;
  if (values.listed === 0) return `${lead} Which rows they are was left out of this report.`;
  return total > values.listed ? `${lead} The farthest out of each file:` : lead;
};

/** Rows that lie outside the ordinary range. */
export const review = {
  heading: 'Rows to review',
  lead: reviewLead,
  label: (column: string): string => `Rows to review of ${column}`,
  row: 'Row',
  value: 'Value',
  id: 'Id',
};
