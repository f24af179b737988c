import type { Segment, SegmentCondition, SegmentSearch } from '../../../facts/document/where.ts';
import { SIDES } from '../../../facts/document/sides.ts';
import { count, number, share } from '../../format.ts';
import { measureValue, measureValues } from '../../measure-value.ts';
import { stepText } from '../statements/step.ts';
import { counted, listed, opening, verb } from '../grammar.ts';
import type { SidesWords } from '../sides.ts';
import { mixWords, WRONG_ROWS } from './mix.ts';
import { clockSpan } from '../statements/chosen-rows.ts';
import { detailText, quoted } from '../statements/quotes.ts';

type Searched = SegmentSearch & { state: 'searched' };
type NotSearched = SegmentSearch & { state: 'notSearched' };
type Basis = Searched['basis'];

const OTHERS = 'a rare category';

function condition(rule: SegmentCondition): string {
  const name = `“${rule.column}”`;
  if (rule.kind === 'missing') return `${name} missing`;
  if (rule.kind === 'values')
    return `${name} is ${listed([...rule.values.map(quoted), ...(rule.others ? [OTHERS] : [])], 'or')}`;
  if (rule.kind === 'clock') return `${name} ${clockSpan(rule)}`;
  if (rule.above === null) return `${name} up to ${number(rule.upTo)}`;
  return rule.upTo === null
    ? `${name} above ${number(rule.above)}`
    : `${name} above ${number(rule.above)} and up to ${number(rule.upTo)}`;
}

const conditions = (segment: Pick<Segment, 'conditions'>): string =>
  segment.conditions.length === 0 ? 'All rows' : segment.conditions.map(condition).join(' and ');

const MEASURES: Record<Basis, string> = {
  mae: 'mean absolute error',
  error_rate: WRONG_ROWS,
  membership: 'share of rows',
};

const value = (basis: Basis, figure: number | null | undefined): string =>
  basis === 'mae' ? measureValue('mae', figure) : share(figure);

const values = (basis: Basis, earlier: number, later: number): string =>
  (basis === 'mae' ? measureValues('mae', earlier, later) : [share(earlier), share(later)]).join(' → ');

/** The title of a segment's figure. */
const overTime = (basis: Basis, segment: string): string => `Part of the ${MEASURES[basis]} over time: ${segment}`;

/** What each kind of segment is, in a table. */
const kinds: Record<Segment['kind'], string> = {
  isBad: 'is worse',
  wasBad: 'was bad before',
  becameBad: 'became bad',
  grew: 'grew more',
  differs: 'other share of rows',
  rare: 'few rows before',
};

/** One sentence on a segment: where, from what to what, and how much that makes of the whole. */
function sentence(segment: Segment, basis: Basis, sides: SidesWords): string {
  const told = basis === 'membership' ? movedRows(segment, sides) : errorOf(segment, basis, sides);
  const date = segment.since === undefined ? '' : `, ${stepText(segment.since)}`;
  return `${opening(conditions(segment))}: ${told}${date}.`;
}

function movedRows({ share: part, kind }: Segment, { reference }: SidesWords): string {
  const moved = values('membership', part.reference?.value ?? 0, part.current?.value ?? 0);
  return `${moved} of rows${kind === 'rare' ? `; ${reference.noun} has few rows here` : ''}`;
}

function errorOf({ measure, share: part, coverage, growth, kind }: Segment, basis: Basis, sides: SidesWords): string {
  const told =
    measure.reference && measure.current
      ? values(basis, measure.reference.value, measure.current.value)
      : value(basis, measure.current?.value);
  const isGrowth = growth !== null && growth > 0 && (kind === 'becameBad' || kind === 'grew');
  const whole = isGrowth ? `${partOf(growth)} of the growth` : `${share(coverage.current)} of all error`;
  return `${MEASURES[basis]} ${told}; ${share(part.current?.value)} of ${sides.current.name} rows, ${whole}`;
}

/** Where the error fell elsewhere, a segment grew by more than the whole did. */
const partOf = (growth: number): string => (growth > 1 ? 'more than all' : share(growth));

const REASONS: Record<NotSearched['reason'], string> = {
  'few-rows': 'Not searched: with fewer than 200 rows in a file, segments of them tell nothing.',
  'no-column': 'Not searched: no column that could tell rows apart is in every file.',
  'same-rows': 'Not searched: both files hold the same rows.',
  stopped: 'Not searched: the search was stopped.',
  failed: 'Not searched: something went wrong.',
};

const notSearched = ({ reason, detail }: NotSearched): string =>
  [REASONS[reason], ...(detail === undefined ? [] : [detailText(detail)])].filter((text) => text !== '').join(' ');

/** How it was searched, so that "nothing" is a result. */
function basisOf({ basis, columns, found, confirmed, tested, nested }: Searched, sides: SidesWords): string {
  const rowsOf = (rows: Searched['found']): string =>
    listed(SIDES.flatMap((side) => (rows[side] === undefined ? [] : [`${count(rows[side])} ${sides[side].name}`])));
  const nestedText =
    nested === 0 ? '' : ` ${count(nested)} more ${verb(nested, 'holds and tells', 'hold and tell')} of the same rows.`;
  return `Searched by ${MEASURES[basis]} over ${counted(columns, 'column')} and pairs of them: ${counted(tested, 'segment')} found on ${rowsOf(found)} rows, held against ${rowsOf(confirmed)} others; errors and shares are those of these others.${nestedText}`;
}

const nothing: Record<Basis, string> = {
  mae: 'Nothing stands out: no segment of rows has an error that is clearly larger than elsewhere or grew by more.',
  error_rate: 'Nothing stands out: no segment of rows is clearly more often wrong than elsewhere or became so.',
  membership: 'Nothing stands out: no segment has clearly more or fewer of the current rows.',
};

export const whereWords = {
  mix: mixWords,
  lead: 'Rows that stand out: in which part of the data the error is large, and where it grew.',
  leadOfRows: 'Rows that stand out: in which part of the data the files have other shares of rows.',
  handbook: 'How segments are found',
  notYet: 'Rows that stand out are looked for last.',
  searching: 'Rows that stand out are being looked for.',
  searchNow: 'Look for them now',
  table: 'Segments',
  segment: 'Segment',
  rows: 'Rows',
  rowsOfFile: (name: string): string => `Rows, ${name}`,
  share: 'Share of rows',
  coverage: 'Of all error',
  coverageHint: 'Which part of the current file’s error lies in these rows.',
  growth: 'Of the growth',
  growthHint: 'Which part of what the mean error grew by came from these rows.',
  cost: 'Excess cost',
  costHint: 'What the current rows here cost more than as many rows at the mean cost of all.',
  order: 'Order of segments',
  orders: { error: 'By error', cost: 'By excess cost' },
  kind: 'Kind',
  measure: (basis: Basis): string => opening(MEASURES[basis]),
  measureOf: (basis: Basis, name: string): string => `${opening(MEASURES[basis])}, ${name}`,
  whole: 'All rows',
  interval: (
    estimate: { value: number; low: number | null; high: number | null } | undefined,
    basis: Basis,
  ): string => {
    if (estimate === undefined) return value(basis, undefined);
    const { low, high } = estimate;
    const told = value(basis, estimate.value);
    return low === null || high === null ? told : `${told} (${value(basis, low)} to ${value(basis, high)})`;
  },
  ...{ conditions, sentence, overTime, kinds, value, notSearched, basis: basisOf, nothing },
};
