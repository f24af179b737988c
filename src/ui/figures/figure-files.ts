import { standaloneSvg } from '../../charts/standalone.ts';
import type { FigureHandle } from '../../charts/frame.ts';
import type { Table } from '../../charts/data.ts';
import { download } from '../header/download.ts';

/** The theme that is on the screen. */
function themeShown(): 'light' | 'dark' {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function svgOf(figure: FigureHandle, source: string): string {
  const svg = figure.svg();
  if (!svg) throw new Error('The picture is not drawn yet.');
  const { title, description } = figure;
  const markup = new XMLSerializer().serializeToString(svg);
  return standaloneSvg(markup, { title, description, source, theme: themeShown() });
}

const sharpness = 2;

export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width * sharpness, image.height * sharpness);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}

const cell = (value: string | number | null) => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvOf = ({ columns, rows }: Table): string =>
  [columns.map(({ name }) => name), ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';

const fileName = (title: string) => title.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(0, 80) || 'figure';

export const saveAs = (figure: FigureHandle, ending: string, blob: Blob) =>
  download(blob, `${fileName(figure.title)}.${ending}`);

/** A plain http page has no clipboard to write to. */
export const canCopy = () => 'clipboard' in navigator && typeof ClipboardItem !== 'undefined';
