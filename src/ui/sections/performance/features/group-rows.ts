import type { FeatureResult } from '../../../../facts/document/model/features.ts';
import { words } from '../../../../words/words.ts';
import type { Group } from '../../../../charts/figures/groups/groups.ts';

const texts = words.sections.features.groups;

/** The classes that groups are of; none for groups of all rows. */
export const groupLabels = ({ groups }: FeatureResult): string[] => [
  ...new Set(groups.flatMap(({ label }) => (label === undefined ? [] : [label]))),
];

/** Groups by the names that they are shown with; of one class, or all. */
export const groupsOf = ({ groups }: FeatureResult, label: string | null): Group[] =>
  groups
    .filter((group) => label === null || group.label === label)
    .map((group) => {
      const name = texts.name(group.name);
      return {
        name: group.label === undefined ? name : texts.ofClass({ label: group.label, name }),
        counts: group.counts,
      };
    });
