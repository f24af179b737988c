import { pictureScores, type Unscored } from '../../analysis/summarise/bin-scores.ts';
import type { CorrelationMatrix, Cumulative } from '../../facts/document/distribution.ts';
import { mapSides } from '../../facts/document/sides.ts';
import type { Report, ReportColumn } from '../../facts/document/document.ts';
import { withoutTexts } from './without-texts.ts';

/*
 * The document in less space, for a file that carries it: curves as whole steps, symmetric matrices as triangles of whole
 * numbers, no scores that follow from the counts beside them, and no texts that follow from the statements. Only matrices (six decimals) and what features'
 * bins and maps hold (six digits) lose some.
 */

/** Values as differences of whole numbers, to be divided by `scale`; as they are where they are no multiples of one. */
type Steps = number[] | { scale: number; steps: number[] };
type Triangle = (number | null)[][] | { size: number; millionths: (number | null)[] };

const DECIMALS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];
const MILLION = 1e6;

export type CompactReport = Omit<Report, 'columns' | 'correlations'> & { columns: unknown[]; correlations: unknown[] };

export function compactReport(whole: Report): CompactReport {
  const report = withoutTexts(whole);
  return {
    ...report,
    columns: report.columns.map(compactColumn),
    correlations: report.correlations.map(compactMatrix),
    performance: withShortFeatures(report.performance),
  };
}

export function expandReport(report: CompactReport): Report {
  return {
    ...report,
    columns: report.columns.map((column) => expandColumn(column as ReturnType<typeof compactColumn>)),
    correlations: report.correlations.map((matrix) => expandMatrix(matrix as ReturnType<typeof compactMatrix>)),
  };
}

/** What features' bins and places of their maps hold, which is drawn and no more: six digits are plenty. */
function withShortFeatures(performance: Report['performance']): Report['performance'] {
  if (performance?.state !== 'measured') return performance;
  const features = performance.features.map(({ plane, cells, ...feature }) => ({
    ...feature,
    cells: shortened(cells),
    plane: shortened(plane),
  }));
  return { ...performance, features };
}

/** The same with fractions of six digits; whole numbers are counts and stay. */
function shortened<T>(value: T): T {
  const text = JSON.stringify(value, (_, entry: unknown) =>
    typeof entry === 'number' && !Number.isInteger(entry) ? Number(entry.toPrecision(6)) : entry,
  );
  return JSON.parse(text ?? 'null') as T;
}

function compactColumn({ distribution, cumulative, ...column }: ReportColumn) {
  return {
    ...column,
    distribution: distribution && withoutScores(distribution),
    cumulative: cumulative && {
      ...cumulative,
      x: steps(cumulative.x, DECIMALS),
      reference: steps(cumulative.reference, sizeOf(distribution, 'reference')),
      current: steps(cumulative.current, sizeOf(distribution, 'current')),
    },
  };
}

function expandColumn({ distribution, cumulative, ...column }: ReturnType<typeof compactColumn>): ReportColumn {
  return {
    ...column,
    distribution:
      distribution &&
      ('scores' in distribution ? distribution : { ...distribution, scores: pictureScores(distribution) }),
    cumulative: cumulative && { ...cumulative, ...curvesOf(cumulative) },
  };
}

type Picture = NonNullable<ReportColumn['distribution']>;

/** Scores are left out where the counts give exactly these again; a picture of another version may hold others. */
function withoutScores(picture: Picture): Picture | Unscored {
  const { scores, ...counts } = picture;
  const isEqual = JSON.stringify(pictureScores(picture)) === JSON.stringify(scores);
  return isEqual ? counts : picture;
}

const sizeOf = (picture: Picture | null, side: 'reference' | 'current'): number[] => {
  const size = picture?.total[side];
  return size === undefined ? [] : [size];
};

function steps(values: readonly number[], scales: readonly number[]): Steps {
  const scale = scales.find((candidate) =>
    values.every((value) => Math.round(value * candidate) / candidate === value),
  );
  if (scale === undefined) return [...values];
  const whole = values.map((value) => Math.round(value * scale));
  return { scale, steps: whole.map((value, i) => value - (whole[i - 1] ?? 0)) };
}

function valuesOf(packed: Steps): number[] {
  if (Array.isArray(packed)) return packed;
  let sum = 0;
  return packed.steps.map((step) => (sum += step) / packed.scale);
}

const curvesOf = ({
  x,
  reference,
  current,
}: Record<'x' | 'reference' | 'current', Steps>): Omit<Cumulative, 'gap'> => ({
  x: valuesOf(x),
  reference: valuesOf(reference),
  current: valuesOf(current),
});

const compactMatrix = ({ values, ...rest }: CorrelationMatrix) => ({ ...rest, values: mapSides(values, triangle) });

const expandMatrix = ({ values, ...rest }: ReturnType<typeof compactMatrix>): CorrelationMatrix => ({
  ...rest,
  values: mapSides(values, square),
});

function triangle(matrix: (number | null)[][]): Triangle {
  const symmetric = matrix.every((row, i) => row.every((value, j) => value === matrix[j]?.[i]));
  if (!symmetric) return matrix;
  const triangle = matrix.flatMap((row, i) => row.slice(0, i + 1));
  return { size: matrix.length, millionths: triangle.map((value) => value && Math.round(value * MILLION)) };
}

function square(packed: Triangle): (number | null)[][] {
  if (Array.isArray(packed)) return packed;
  const { size, millionths } = packed;
  if (millionths.length !== (size * (size + 1)) / 2) throw new RangeError('a matrix of another size than it says');
  const cellAt = (i: number, j: number): number | null => {
    const value = millionths[(i * (i + 1)) / 2 + j] ?? null;
    return value && value / MILLION;
  };
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => cellAt(Math.max(i, j), Math.min(i, j))),
  );
}
