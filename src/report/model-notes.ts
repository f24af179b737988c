import type { RunResult } from '../analysis/run/run-result.ts';
import type { Performance } from '../facts/performance.ts';
import type { SidesWords } from './side-words.ts';

type Measured = Extract<Performance, { state: 'measured' }>;

/** What one file lacks beside the other: a target that has not come yet, classes that it does not know. */
export const modelNotes = (model: Measured, inputs: RunResult['inputs'], words: SidesWords): string[] => [
  ...lateNote(model, inputs, words),
  ...labelNotes(model, words),
];

function lateNote({ target, sides }: Measured, inputs: RunResult['inputs'], words: SidesWords): string[] {
  if (Object.keys(inputs).length === sides.length) return [];
  const lacking = sides.includes('reference') ? 'current' : 'reference';
  return [
    `The ${words[lacking].name} file has no “${target}” yet: how good the model is there cannot be said. Whether its predictions drifted is in the drift part.`,
  ];
}

const labelNotes = ({ whole }: Measured, words: SidesWords): string[] =>
  (['reference', 'current'] as const).flatMap((side) => {
    const only = whole.task === 'regression' ? [] : (whole.onlyIn[side] ?? []);
    return only.length === 0
      ? []
      : [`Only the ${words[side].name} file has the class ${only.map((label) => `“${label}”`).join(', ')}.`];
  });
