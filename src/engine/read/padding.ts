const STEP = 2 ** 16;

/**
 * A text without the NUL bytes that it ends in: files that were made longer than what was written into them.
 * @param file a text in any encoding
 * @returns the file itself where it does not end in two of them, which no text does
 */
export async function withoutPadding(file: File): Promise<File> {
  let end = file.size;
  for (;;) {
    const start = Math.max(0, end - STEP);
    const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
    const last = bytes.findLastIndex((byte) => byte !== 0);
    end = start + last + 1;
    if (last !== -1 || start === 0) break;
  }
  if (file.size - end < 2) return file;
  // In UTF-16 half of a newline is such a byte.
  return new File([file.slice(0, end + (end % 2 === 1 && (await isWide(file)) ? 1 : 0))], file.name);
}

async function isWide(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, STEP).arrayBuffer());
  return (head[0] === 0xff && head[1] === 0xfe) || (head[1] === 0 && head[0] !== 0);
}
