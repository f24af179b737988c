import type { Report } from '../../facts/document/document.ts';
import type { Side } from '../../facts/document/side.ts';
import { SIDES } from '../../facts/document/sides.ts';

/** The sides that a report has. */
export const sidesOf = ({ inputs }: Report): Side[] => SIDES.filter((side) => inputs[side] !== undefined);

/** Whether a report is of one file, which has nothing to drift from. */
export const isAlone = (report: Report): boolean => report.inputs.reference === undefined;
