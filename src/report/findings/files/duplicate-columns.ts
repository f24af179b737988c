import { fileFinding, NO_ROWS } from '../finding.ts';

/** Columns that are equal in every row: those of both files once. */
export const duplicateColumns = fileFinding('duplicate-columns', NO_ROWS, ({ quality: { reference, current } }) => {
  const keyOf = (columns: readonly string[]): string => JSON.stringify(columns);
  const groups = (file: typeof current): string[][] => file?.duplicateColumns ?? [];
  const before = new Set(groups(reference).map(keyOf));
  const now = new Set(groups(current).map(keyOf));
  const found = (columns: string[]) => ({ severity: 'low', value: columns.length, values: { columns } }) as const;
  return [
    ...groups(current).map((columns) =>
      before.has(keyOf(columns))
        ? { ...found(columns), values: { columns, both: true } }
        : { ...found(columns), side: 'current' as const },
    ),
    ...groups(reference)
      .filter((columns) => !now.has(keyOf(columns)))
      .map((columns) => ({ ...found(columns), side: 'reference' as const })),
  ];
});
