import type { FeatureResult } from '../../../../facts/performance.ts';
import type { Group } from '../../../../charts/figures/groups/groups.ts';

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

/** The classes that groups are of; none for groups of all rows. */
export const groupLabels = ({ groups }: FeatureResult): string[] => [
  ...new Set(groups.flatMap(({ label }) => (label === undefined ? [] : [label]))),
];

/** Groups by the names that they are shown with; of one class, or all. */
export const groupsOf = ({ groups }: FeatureResult, label: string | null): Group[] =>
  groups
    .filter((group) => label === null || group.label === label)
    .map((group) => {
      const words = groupNames[group.name] ?? group.name;
      return { name: group.label === undefined ? words : `${group.label}: ${words}`, counts: group.counts };
    });
