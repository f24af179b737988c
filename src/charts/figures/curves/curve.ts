import type { SidesWords } from '../../../words/en/sides.ts';
import type { Side } from '../../data.ts';
import type { Point } from '../../geometry.ts';
import type { CurveBins } from './curve-bins.ts';

/** A point of a curve, and how far what it stands for is spread. */
export interface CurvePoint extends Point {
  low?: number | undefined;
  high?: number | undefined;
}

/** One line of a file: ROC, calibration, quantiles … Points by rising x. */
export interface Curve {
  side: Side;
  points: CurvePoint[];
}

export interface CurvesOptions {
  width: number;
  height?: number | undefined;
  xName: string;
  yName: string;
  /** Draws where y equals x. */
  diagonal: boolean;
  /** Shows what lies at each point, not only the line. */
  dots: boolean;
  /** What the band between low and high holds: "half of the rows". */
  bandName?: string | undefined;
  /** Heights are shares of one, written as percentages. */
  isShare?: boolean | undefined;
  /** What the places on the x axis are, where they are bins. */
  bins?: CurveBins | undefined;
  /** Fixed ends of an axis; what is left out follows the points. */
  domain?: { x?: [number, number]; y?: [number, number] } | undefined;
  /** Points to mark on a file's curve. */
  marks: { side: Side; x: number; y: number }[];
  names: SidesWords;
}
