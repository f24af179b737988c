import { PlumblineError } from '../../facts/statements/errors.ts';

/** Twice the size at which the page shows it. */
const WIDTH = 448;
const HEIGHT = 96;
const LARGEST_DRAWING = 200_000;

/**
 * A picture as a data address: pixels are scaled down to what the page shows, drawings stay as they are.
 * @throws PlumblineError where the file is no picture
 */
export async function logoAddress(file: Blob): Promise<string> {
  if (file.type !== 'image/svg+xml') return addressOf(await scaled(file));
  if (file.size > LARGEST_DRAWING) throw new PlumblineError('logo', { problem: 'too-large', limit: LARGEST_DRAWING });
  return addressOf(file);
}

async function scaled(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new PlumblineError('logo', { problem: 'not-a-picture' });
  });
  const scale = Math.min(1, WIDTH / picture.width, HEIGHT / picture.height);
  const canvas = new OffscreenCanvas(Math.ceil(picture.width * scale), Math.ceil(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

function addressOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new PlumblineError('logo', { problem: 'unreadable' }));
    reader.readAsDataURL(blob);
  });
}
