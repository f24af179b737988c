/** Numbers evenly spread over [0, 1): the same ones for the same seed, everywhere. */
export type Random = () => number;

// SplitMix32 (Steele, Lea & Flood 2014, 32-bit constants of Mueller): spreads one seed over a generator's state.
function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
}

// sfc32, "small fast counter" (Doty-Humphrey 2014, PractRand): 128 bits of state, period at least 2³².
function sfc32(next: () => number): () => number {
  let [a, b, c, counter] = [next(), next(), next(), 1];
  return () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
}

/**
 * A seeded generator of uniform numbers with 53 random bits each (sfc32, seeded through SplitMix32). Not for secrets.
 * @param seed an integer; its low 32 bits count
 * @returns a function that gives the next number in [0, 1)
 */
export function seededRandom(seed: number): Random {
  const word = sfc32(splitMix32(seed));
  for (let i = 0; i < 12; i++) word();
  return () => ((word() >>> 5) * 0x4000000 + (word() >>> 6)) / 0x20000000000000;
}
