type Unpack = (member: Blob, onBytes: (done: number) => void) => Promise<Blob>;

const STEP = 2 ** 20;
/** A member starts with these, and its method of packing is the only one there is. */
const MAGIC = [0x1f, 0x8b, 0x08] as const;
/** What a member ends in, its length, may be zero in all bytes but one. */
const MOST_ZEROS = 7;

/** Offsets at which a member may start, and behind the last byte that is not zero. */
interface Marks {
  starts: number[];
  end: number;
}

async function marksIn(file: Blob): Promise<Marks> {
  const starts: number[] = [];
  let end = 0;
  for (let start = 0; start < file.size; start += STEP) {
    const bytes = new Uint8Array(await file.slice(start, start + STEP + MAGIC.length - 1).arrayBuffer());
    for (let i = bytes.indexOf(MAGIC[0]); i !== -1 && i < STEP; i = bytes.indexOf(MAGIC[0], i + 1))
      if (bytes[i + 1] === MAGIC[1] && bytes[i + 2] === MAGIC[2]) starts.push(start + i);
    const last = bytes.findLastIndex((byte) => byte !== 0);
    if (last !== -1) end = start + last + 1;
  }
  return { starts, end };
}

/**
 * Unpacks a gzip file of several members, or one that is filled up with zeros, which browsers refuse as it stands: each member
 * by itself, up to where it comes out whole.
 * @param file that could not be unpacked in one piece
 * @param unpack unpacks a single member; rejects when it is cut off or something stands behind it
 * @returns null where it cannot be unpacked so either
 */
export async function unpackMembers(file: Blob, unpack: Unpack): Promise<Blob | null> {
  const { starts, end } = await marksIn(file);
  const ends = [...starts.slice(1), ...Array.from({ length: MOST_ZEROS + 1 }, (_, zeros) => end + zeros)];
  const parts: Blob[] = [];
  for (let start = 0; start < end;) {
    const member = await firstWhole(file, {
      start,
      ends: ends.filter((offset) => offset > start && offset <= file.size),
      unpack,
    });
    if (member === null) return null;
    parts.push(member.content);
    start = member.end;
  }
  return new Blob(parts);
}

async function firstWhole(
  file: Blob,
  { start, ends, unpack }: { start: number; ends: readonly number[]; unpack: Unpack },
): Promise<{ content: Blob; end: number } | null> {
  for (const end of ends) {
    try {
      return { content: await unpack(file.slice(start, end), () => undefined), end };
    } catch {
      // The member goes on behind this.
    }
  }
  return null;
}
