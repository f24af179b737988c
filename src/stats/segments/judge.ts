import { mapSides } from '../../facts/document/sides.ts';
import type { PerSide } from '../../facts/document/side.ts';
import { benjaminiHochberg } from '../adjust/benjamini-hochberg.ts';
import type { SegmentBlocks } from './block-sums.ts';
import { segmentSide, testGrowth, testLevel, testShare, type SegmentSide, type SegmentTest } from './confirm.ts';
import type { BinSet, FoundSegment } from './find-segments.ts';

/** A segment on the rows that it was not found on. */
export interface HeldSegment {
  segment: FoundSegment;
  blocks: PerSide<SegmentBlocks>;
  /** Of the current rows that confirm, 1 for those in it. */
  marks: Uint8Array;
}

export type SegmentKind = 'isBad' | 'wasBad' | 'becameBad' | 'grew' | 'differs' | 'rare';

/** A segment that holds. */
export interface ConfirmedSegment {
  sets: BinSet[];
  kind: SegmentKind;
  sides: PerSide<SegmentSide>;
  /** Which part of all error, or of all rows, is more than expected. */
  excess: number;
  qValue: number;
}

export interface JudgedSegments {
  /** Those whose error grew first; then those with the largest excess. */
  segments: ConfirmedSegment[];
  tested: number;
  /** Segments that hold and tell nothing beside those that are listed. */
  nested: number;
}

/** The least that matters: so many times as large as expected, and such a part of all error in excess. */
const LEAST_RATIO = 1.2;
const LEAST_EXCESS = 0.01;
/** A segment of which so much lies in another one that is listed is not listed, unless it stands out so many times as far. */
const NESTED = 0.8;
const CLEARER = 1.5;
/** The reference has few rows where its share is less than this part of the current file's. */
const RARE = 0.2;

interface Tests {
  level: SegmentTest | null;
  growth: SegmentTest | null;
  share: SegmentTest | null;
}

/**
 * Which segments hold, of which kind they are, and which of them are listed.
 * @param held segments on the rows that confirm
 * @param options α, and whether rows have losses or are only counted
 */
export function judgeSegments(
  held: readonly HeldSegment[],
  { alpha, hasLosses }: { alpha: number; hasLosses: boolean },
): JudgedSegments {
  const tests = held.map(testsOf(hasLosses));
  const made = tests.flatMap(({ level, growth, share }) => [level, growth, share].filter((test) => test !== null));
  const adjusted = benjaminiHochberg(made.map(({ pValue }) => pValue));
  const qValues = new Map(made.map((test, i) => [test, adjusted[i] ?? 1]));
  const qOf = (test: SegmentTest): number => qValues.get(test) ?? 1;
  const matters = (test: SegmentTest | null): test is SegmentTest =>
    test !== null && qOf(test) < alpha && test.ratio >= LEAST_RATIO && test.excess >= LEAST_EXCESS;
  const confirmed = held.flatMap(({ segment, blocks, marks }, i) => {
    const { level, growth, share } = tests[i]!;
    const lead = [growth, level, share].find(matters);
    if (lead === undefined) return [];
    const sides = mapSides(blocks, (side) => segmentSide(side, hasLosses));
    const grew = lead === growth;
    const kind = hasLosses ? kindOfLosses(sides, grew) : kindOfShares(sides);
    const told = { sets: segment.sets, kind, sides, excess: lead.excess, qValue: qOf(lead) };
    return [{ marks, grew, ratio: lead.ratio, told }];
  });
  const sharp = confirmed.filter((outer) => !confirmed.some((inner) => isBlurred(outer, inner)));
  const sorted = sharp.toSorted((a, b) => Number(b.grew) - Number(a.grew) || b.told.excess - a.told.excess);
  const listed = sorted.filter((inner, i) => !sorted.slice(0, i).some((outer) => isToldBy(inner, outer)));
  return {
    segments: listed.map(({ told }) => told),
    tested: held.length,
    nested: confirmed.length - listed.length,
  };
}

interface Listed {
  marks: Uint8Array;
  grew: boolean;
  ratio: number;
  told: ConfirmedSegment;
}

/** Whether most of a segment lies in another one that is about as clear, so that it says nothing more. */
const isToldBy = (inner: Listed, outer: Listed): boolean =>
  inner.grew === outer.grew && inner.ratio < CLEARER * outer.ratio && liesWithin(inner.marks, outer.marks);

/** Whether nearly all that a segment tells comes from a part of it, which is clearer. */
const isBlurred = (outer: Listed, inner: Listed): boolean =>
  inner.grew === outer.grew &&
  inner.ratio >= CLEARER * outer.ratio &&
  inner.told.excess >= NESTED * outer.told.excess &&
  liesWithin(inner.marks, outer.marks);

const testsOf =
  (hasLosses: boolean) =>
  ({ blocks: { current, reference }, segment }: HeldSegment): Tests => {
    if (current === undefined) return { level: null, growth: null, share: null };
    if (hasLosses) {
      return { level: testLevel(current), growth: reference ? testGrowth(current, reference) : null, share: null };
    }
    return {
      level: null,
      growth: null,
      share: reference ? testShare(current, reference, segment.aim === 'rise') : null,
    };
  };

const kindOfShares = ({ current, reference }: PerSide<SegmentSide>): SegmentKind =>
  (reference?.share.value ?? 0) < RARE * (current?.share.value ?? 0) ? 'rare' : 'differs';

function kindOfLosses({ current, reference }: PerSide<SegmentSide>, grew: boolean): SegmentKind {
  if (!current?.measure || !reference?.measure) return 'isBad';
  const referenceRatio = reference.measure.value / reference.whole;
  const currentRatio = current.measure.value / current.whole;
  if (!grew) return referenceRatio >= 1 ? 'wasBad' : 'isBad';
  return currentRatio >= LEAST_RATIO && referenceRatio < LEAST_RATIO ? 'becameBad' : 'grew';
}

function liesWithin(inner: Uint8Array, outer: Uint8Array): boolean {
  let [shared, rows] = [0, 0];
  for (let i = 0; i < inner.length; i++) {
    rows += inner[i]!;
    shared += inner[i]! & outer[i]!;
  }
  return shared >= NESTED * rows;
}
