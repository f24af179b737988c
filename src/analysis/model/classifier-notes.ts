import type { ColumnSchema } from '../../facts/document/columns.ts';
import type { ModelNote } from '../../facts/statements/model-statements.ts';
import { quote, type Quote } from '../../facts/statements/statement.ts';
import type { Labels } from './labels.ts';
import type { Probabilities } from './probabilities.ts';

/** What a person should know of how labels and probabilities were understood. */
export function classifierNotes(labels: Labels, found: Probabilities, label: ColumnSchema | null): ModelNote[] {
  const columns = found.columns.map(({ name }) => name);
  const beside = label !== null && columns.length > 0 && label.roleReason.kind === 'labels-beside-probabilities';
  return [
    ...matchedNote(labels),
    ...alone(labels),
    ...(beside
      ? [
          {
            kind: 'labels-beside-probabilities',
            values: { prediction: label.name, probabilities: columns },
          } satisfies ModelNote,
        ]
      : []),
    ...(found.scale === 100 ? [{ kind: 'percentages', values: { columns } } satisfies ModelNote] : []),
    ...(found.problem === null
      ? []
      : [{ kind: 'without-probabilities', values: { trouble: found.problem } } satisfies ModelNote]),
  ];
}

function matchedNote({ matched }: Labels): ModelNote[] {
  if (matched === null) return [];
  const pairs = matched.pairs.map(({ from: label, to: shown }) => ({ from: quote(label), to: quote(shown) }));
  return [{ kind: 'labels-matched', values: { by: matched.by, pairs } }];
}

function alone({ classes, alone: own, target, prediction }: Labels): ModelNote[] {
  const known = new Set([...target.classes, ...prediction.classes].map((index) => classes[index]));
  const quoted = (names: readonly string[]): Quote[] => names.map((label) => quote(label));
  const of = { ...own, probabilities: classes.filter((label) => !known.has(label)) };
  return (['target', 'prediction', 'probabilities'] as const).flatMap((column): ModelNote[] =>
    of[column].length === 0
      ? []
      : [{ kind: 'classes-of-one-column', values: { of: column, classes: quoted(of[column]) } }],
  );
}
