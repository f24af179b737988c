import type { FeatureResult } from '../../analysis/performance/results.ts';
import type { Side } from '../../analysis/results.ts';

const groupNames: Record<string, string> = {
  under: 'Under-estimated',
  majority: 'Between',
  over: 'Over-estimated',
  TP: 'True positives',
  FP: 'False positives',
  FN: 'False negatives',
  TN: 'True negatives',
  right: 'found',
  wrong: 'missed',
};

/** How the rows of each group are spread over a feature's bins; null where the group is empty. */
export const groupRows = ({ groups }: FeatureResult, side: Side): { name: string; shares: (number | null)[] }[] =>
  groups.map(({ name, label, counts }) => {
    const own = counts[side] ?? [];
    const rows = own.reduce((sum, count) => sum + count, 0);
    const words = groupNames[name] ?? name;
    return {
      name: label === undefined ? words : `${label}: ${words}`,
      shares: own.map((count) => (rows > 0 ? count / rows : null)),
    };
  });
