import type { Report } from '../../../facts/document.ts';

const sentences: Record<Report['config']['profile'], string> = {
  plumbline: 'Verdicts by the profile “Plumbline, calibrated”; Evidently’s scores stand beside them in each row.',
  evidently:
    'Verdicts by the profile “Evidently’s defaults”: its methods and thresholds, which do not know how many rows or columns there are.',
};

/** Whose rule gave the states on the screen. */
export const profileSentence = ({ config }: Report): string => sentences[config.profile];
