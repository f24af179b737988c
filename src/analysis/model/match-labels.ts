import type { ModelNoteValues } from '../../facts/statements/model-statements.ts';
import { spellingKey } from '../infer/spelling.ts';

/** A label, and the one that it stands for. */
export interface LabelMatch {
  from: string;
  to: string;
}

/** By what labels are matched. */
export type MatchBy = ModelNoteValues['labels-matched']['by'];

interface Match {
  /** The label that is shown for a label. */
  shown: (label: string) => string;
  matched: { by: MatchBy; pairs: LabelMatch[] } | null;
}

type Totals = ReadonlyMap<string, number>;

interface Rules {
  set: readonly LabelMatch[] | undefined;
  meaningOf: (label: string) => string | null;
}

const NUMBER = /^[+-]?\d+(?:\.0+)?$/;

/** Labels of one key are spellings of one class. */
const keyOf = (label: string): string => {
  const key = spellingKey(label);
  return NUMBER.test(key) ? String(Number(key)) : key;
};

/**
 * Which labels stand for others.
 * @param target how many rows each label of the target has, in both files together
 * @param prediction the same
 * @param rules labels matched by hand, which are then the only ones, and what yes and no mean
 */
export function labelMatch(target: Totals, prediction: Totals, { set, meaningOf }: Rules): Match {
  if (set !== undefined) {
    const byHand = new Map(set.map(({ from: label, to: shown }) => [label, shown]));
    return told('hand', byHand, new Map([...target, ...prediction]));
  }
  const spelled = bySpelling(target, prediction);
  const shownIn = (totals: Totals): string[] => [
    ...new Set([...totals.keys()].map((label) => spelled.get(label) ?? label)),
  ];
  const meant = byMeaning(shownIn(target), shownIn(prediction), meaningOf);
  if (meant.size === 0) return told('spelling', spelled, new Map([...target, ...prediction]));
  const shared = new Map(
    [...target.keys(), ...prediction.keys()].map((label) => {
      const spelling = spelled.get(label) ?? label;
      return [label, meant.get(spelling) ?? spelling] as const;
    }),
  );
  return told('meaning', shared, new Map([...target, ...prediction]));
}

function told(by: MatchBy, shownFor: ReadonlyMap<string, string>, labels: Totals): Match {
  const pairs = [...shownFor]
    .filter(([label, shown]) => labels.has(label) && label !== shown)
    .map(([label, shown]) => ({ from: label, to: shown }));
  return {
    shown: (label) => shownFor.get(label) ?? label,
    matched: pairs.length === 0 ? null : { by, pairs },
  };
}

/** Labels of one key, but for those that both columns tell apart; the target's most frequent one is shown. */
function bySpelling(target: Totals, prediction: Totals): Map<string, string> {
  const groups = new Map<string, string[]>();
  for (const label of new Set([...target.keys(), ...prediction.keys()])) {
    groups.set(keyOf(label), [...(groups.get(keyOf(label)) ?? []), label]);
  }
  const shown = new Map<string, string>();
  for (const group of groups.values()) {
    const toldApart = group.filter((label) => target.has(label) && prediction.has(label)).length > 1;
    if (group.length < 2 || toldApart) continue;
    const inTarget = group.filter((label) => target.has(label));
    const rows = (label: string): number => target.get(label) ?? prediction.get(label) ?? 0;
    const [first = ''] = (inTarget.length > 0 ? inTarget : group).toSorted((a, b) => rows(b) - rows(a));
    for (const label of group) if (label !== first) shown.set(label, first);
  }
  return shown;
}

/** Yes and no of the prediction as the target spells them: where both have no label in common, or two each that are not the same. */
function byMeaning(
  target: readonly string[],
  predicted: readonly string[],
  meaningOf: Rules['meaningOf'],
): Map<string, string> {
  const meanings = new Map(target.map((label) => [meaningOf(label) ?? label, label]));
  const areTwo = target.length <= 2 && predicted.length <= 2 && new Set([...target, ...predicted]).size > 2;
  const areApart = predicted.length > 0 && !predicted.some((label) => target.includes(label));
  const allMean = [...target, ...predicted].every((label) => meaningOf(label) !== null);
  const areMeant = meanings.size === target.length && (areApart || (areTwo && allMean));
  const pairs = predicted.flatMap((label): [string, string][] => {
    const shown = areMeant ? meanings.get(meaningOf(label) ?? label) : undefined;
    return shown === undefined || shown === label ? [] : [[label, shown]];
  });
  return new Map(pairs);
}
