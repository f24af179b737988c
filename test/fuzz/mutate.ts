import type { Random } from '../../src/stats/random.ts';

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** A stretch: short ones are more common, none is longer than a quarter of the file. */
function stretch({ length }: Uint8Array, random: Random): { from: number; to: number } {
  const longest = Math.max(1, Math.floor(length / 4));
  const size = Math.max(1, Math.floor(longest ** random()));
  const from = below(random, Math.max(1, length - size));
  return { from, to: from + size };
}

const joined = (...parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
};

const bits: Mutation = (bytes, random) => {
  const changed = bytes.slice();
  for (let flips = 1 + below(random, 8); flips > 0; flips--) {
    const at = below(random, bytes.length);
    changed[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
  }
  return changed;
};

const endCut: Mutation = (bytes, random) => bytes.slice(0, below(random, bytes.length));

const startCut: Mutation = (bytes, random) => bytes.slice(1 + below(random, Math.min(64, bytes.length - 1)));

const cutOut: Mutation = (bytes, random) => {
  const { from, to } = stretch(bytes, random);
  return joined(bytes.subarray(0, from), bytes.subarray(to));
};

const inserted: Mutation = (bytes, random) => {
  const at = below(random, bytes.length);
  const drawn = Uint8Array.from({ length: 1 + below(random, 64) }, () => below(random, 256));
  return joined(bytes.subarray(0, at), drawn, bytes.subarray(at));
};

const zeroed: Mutation = (bytes, random) => {
  const { from, to } = stretch(bytes, random);
  return bytes.slice().fill(0, from, to);
};

const doubled: Mutation = (bytes, random) => {
  const { from, to } = stretch(bytes, random);
  return joined(bytes.subarray(0, to), bytes.subarray(from));
};

const PAGE = 512;

/** Two pages change places. */
const swapped: Mutation = (bytes, random) => {
  const size = Math.min(PAGE, Math.floor(bytes.length / 2));
  const pages = Math.floor(bytes.length / size);
  const [a, b] = [below(random, pages) * size, below(random, pages) * size];
  const changed = bytes.slice();
  changed.set(bytes.subarray(b, b + size), a);
  changed.set(bytes.subarray(a, a + size), b);
  return changed;
};

/** What lengths and offsets must not be. */
const EXTREMES = [0n, 1n, 0x7fn, 0xffn, 0x7fffn, 0x7fffffffn, 0x80000000n, 0xffffffffn, 2n ** 53n, 2n ** 63n, -1n];

const number: Mutation = (bytes, random) => {
  const changed = bytes.slice();
  const value = EXTREMES[below(random, EXTREMES.length)] ?? 0n;
  const word = new DataView(new ArrayBuffer(8));
  word.setBigInt64(0, BigInt.asIntN(64, value), true);
  const width = [1, 2, 4, 8][below(random, 4)] ?? 1;
  const at = below(random, Math.max(1, bytes.length - width));
  changed.set(new Uint8Array(word.buffer, 0, Math.min(width, bytes.length)), at);
  return changed;
};

const MUTATIONS = { bits, endCut, startCut, cutOut, inserted, zeroed, doubled, swapped, number };

/**
 * A file with some damage, most often of one kind.
 * @param bytes of a good file
 * @param random what is drawn
 */
export function mutate(bytes: Uint8Array, random: Random): { bytes: Uint8Array; by: string[] } {
  const kinds = Object.entries(MUTATIONS);
  const by: string[] = [];
  let changed = bytes;
  do {
    const [kind, mutation] = kinds[below(random, kinds.length)] ?? ['bits', bits];
    by.push(kind);
    if (changed.length > 1) changed = mutation(changed, random);
  } while (random() < 0.2);
  return { bytes: changed, by };
}
