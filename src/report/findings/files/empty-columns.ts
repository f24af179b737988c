import { fileFinding, type FileFacts, NO_ROWS } from '../finding.ts';

/** Columns without any value: those of both files once, where it is no news. */
export const emptyColumns = fileFinding('empty-columns', NO_ROWS, (facts) => {
  const { reference, current } = facts.quality;
  const before = new Set(reference?.emptyColumns);
  const now = new Set(current?.emptyColumns);
  const columnsIn = (names: ReadonlySet<string>, keep: (name: string) => boolean): string[] => [...names].filter(keep);
  const shared = columnsIn(now, (name) => before.has(name));
  const fresh = columnsIn(now, (name) => !before.has(name));
  const gone = columnsIn(before, (name) => !now.has(name));
  const severity = reference === undefined || isNews(fresh, facts) ? 'medium' : 'low';
  return [
    ...(fresh.length > 0
      ? [{ severity, side: 'current', value: fresh.length, values: { columns: fresh } } as const]
      : []),
    ...(gone.length > 0
      ? [{ severity: 'low', side: 'reference', value: gone.length, values: { columns: gone } } as const]
      : []),
    ...(shared.length > 0
      ? [{ severity: 'low', value: shared.length, values: { columns: shared, both: true } } as const]
      : []),
  ];
});

/** Whether cells of any of these columns became missing by more than chance alone makes. */
const isNews = (names: readonly string[], { columns, config }: FileFacts): boolean =>
  columns.some(({ name, missing }) => names.includes(name) && (missing?.qValue ?? 1) < config.alpha);
