import type { Picture } from '../../charts/picture/compose.ts';
import { withPrintSize } from './print-size.ts';

export type Sharpness = 1 | 2 | 4;

/** What a browser's canvas and a reader's memory can take. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 64_000_000;

/** The pixels of a PNG, fewer where as many as asked for would be too many. */
export function pngSize({ width, height }: Picture, sharpness: Sharpness) {
  const bound = Math.min(sharpness, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  return { width: Math.max(1, Math.floor(width * bound)), height: Math.max(1, Math.floor(height * bound)) };
}

/** The picture in pixels, in the app's own typeface; for paper, with the size it is to have there. */
export async function pngOf(picture: Picture, sharpness: Sharpness): Promise<Blob> {
  const { width, height } = pngSize(picture, sharpness);
  const address = await imageAddress(picture);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    const png = await canvas.convertToBlob({ type: 'image/png' });
    if (picture.paper === undefined) return png;
    const bytes = new Uint8Array(await png.arrayBuffer());
    return new Blob([withPrintSize(bytes, (width / picture.paper.width) * 1000)], { type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** An address at which the browser finds the picture as an image; to be revoked. */
export async function imageAddress({ svg }: Picture): Promise<string> {
  const { withTypeface } = await import('./typeface.ts');
  return URL.createObjectURL(svgBlob(withTypeface(svg)));
}

export const svgBlob = (svg: string) => new Blob([svg], { type: 'image/svg+xml' });

/** What keeps a picture from being copied; null where nothing does. */
export function copyObstacle(): 'browser' | 'insecure' | null {
  if ('clipboard' in navigator && typeof ClipboardItem !== 'undefined') return null;
  return isSecureContext ? 'browser' : 'insecure';
}

/** The promise is handed over unresolved: a browser that asks for a click would not wait for the picture. */
export const copyPng = (picture: Picture, sharpness: Sharpness): Promise<void> =>
  navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(picture, sharpness) })]);
