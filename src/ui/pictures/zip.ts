import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { sheetOf } from '../../charts/picture/format.ts';
import type { PictureWords } from '../../charts/picture/words.ts';
import type { Report } from '../../facts/document/document.ts';
import type { FigureGroup, ReportFigure } from '../figures/report-figure.ts';
import { csvBlob, csvOf } from './csv.ts';
import { detach, pictureOf, plainWords } from './draw.ts';
import { onlyNames, safeName } from './file-names.ts';
import type { PictureOptions } from './pictures.svelte.ts';
import { pngOf, svgBlob } from './raster.ts';
import { words } from '../../words/words.ts';

export type FileKind = 'svg' | 'png' | 'csv';

export interface ZipRequest {
  report: Report;
  groups: readonly FigureGroup[];
  options: PictureOptions;
  kinds: readonly FileKind[];
  source: string;
  /** What was written in place of a figure's own words. */
  wordsOf: (figure: ReportFigure) => Partial<PictureWords>;
  signal: AbortSignal;
  onProgress: (done: number) => void;
}

type Row = [file: string, section: string, title: string, subtitle: string, alt: string, source: string];

/** Lets the page answer before the next figure, also while it is not looked at. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

/** A folder a section, and `figures.csv`, which lists every figure with its words; one that fails says so there. */
export async function zipFigures(request: ZipRequest): Promise<{ blob: Blob; failed: number }> {
  const { groups, signal, onProgress } = request;
  const zip = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false });
  const rows: (Row | [...Row, string])[] = [];
  let done = 0;
  let failed = 0;
  for (const { section, figures } of groups) {
    const unique = onlyNames();
    for (const figure of figures) {
      await breath();
      signal.throwIfAborted();
      const name = `${safeName(section)}/${unique(safeName(figure.title))}`;
      try {
        const { files, words } = await filesOf(figure, request);
        for (const { kind, blob } of files)
          await zip.add(`${name}.${kind}`, new BlobReader(blob), { level: kind === 'png' ? 0 : 6 });
        rows.push([name, section, words.title, words.subtitle, words.alt, words.source]);
      } catch (error) {
        failed += 1;
        const problem = error instanceof Error ? error.message : String(error);
        rows.push([name, section, figure.title, '', '', '', problem]);
      }
      onProgress((done += 1));
    }
  }
  await zip.add('figures.csv', new TextReader(indexOf(rows)));
  return { blob: await zip.close(), failed };
}

async function filesOf(figure: ReportFigure, { report, options, kinds, source, wordsOf }: ZipRequest) {
  const detached = detach(figure, report);
  const words = { ...plainWords(figure.title, detached.description, source), ...wordsOf(figure) };
  const picture = pictureOf(figure, detached, words, { ...options, sheet: sheetOf(options.preset) });
  const make: Record<FileKind, () => Blob | Promise<Blob>> = {
    svg: () => svgBlob(picture.svg),
    png: () => pngOf(picture, options.sharpness),
    csv: () => csvBlob(detached.table(), report),
  };
  const files: { kind: FileKind; blob: Blob }[] = [];
  for (const kind of kinds) files.push({ kind, blob: await make[kind]() });
  return { files, words };
}

function indexOf(rows: readonly (Row | [...Row, string])[]): string {
  const names = words.pictures.zip.index;
  return csvOf({
    columns: names.map((name) => ({ name, holds: 'text' })),
    rows: rows.map((row) => (row.length === names.length ? row : [...row, null])),
  });
}
