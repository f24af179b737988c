import type { FigureGroup } from '../figures/report-figure.ts';
import type { ReportFigure } from '../figures/report-figure.ts';

export type GalleryRow =
  | { kind: 'section'; key: string; section: string; figures: ReportFigure[] }
  | { kind: 'figures'; key: string; figures: ReportFigure[] };

/** The groups with the figures whose title holds the words; without the empty ones. */
export function matching(groups: readonly FigureGroup[], query: string): FigureGroup[] {
  const wanted = query.trim().toLocaleLowerCase();
  return groups
    .map(({ section, figures }) => ({
      section,
      figures: figures.filter(({ title }) => title.toLocaleLowerCase().includes(wanted)),
    }))
    .filter(({ figures }) => figures.length > 0);
}

/** A heading for each group and its figures, `columns` in a row. */
export function galleryRows(groups: readonly FigureGroup[], columns: number): GalleryRow[] {
  return groups.flatMap(({ section, figures }): GalleryRow[] => [
    { kind: 'section', key: section, section, figures },
    ...Array.from({ length: Math.ceil(figures.length / columns) }, (_, row): GalleryRow => {
      const shown = figures.slice(row * columns, (row + 1) * columns);
      return { kind: 'figures', key: shown[0]?.id ?? '', figures: shown };
    }),
  ]);
}
