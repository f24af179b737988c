import { fuzz, type Fuzzed } from '../test/fuzz/fuzz.ts';

/**
 * Opens damaged files of every form as the page does, and lists those that do what none may: `npm run fuzz -- 2000` for so many,
 * `npm run fuzz -- 2000 500` from seed 500 on; `npm run fuzz -- 1 500` for the one of seed 500.
 */
const [count = 1000, first = 0] = process.argv.slice(2).map(Number);
const outcomes = new Map<string, number>();
const faults: string[] = [];

const kindOf = ({ outcome }: Fuzzed): string => {
  if (outcome === null) return 'no answer';
  const { file, opened } = outcome;
  return `${file}: ${opened.as}${'code' in opened ? ` ${opened.code}` : ''}`;
};

await fuzz(
  Array.from({ length: count }, (_, i) => first + i),
  (fuzzed) => {
    const kind = kindOf(fuzzed);
    outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
    if (fuzzed.fault === null) return;
    faults.push(`seed ${String(fuzzed.seed)}: ${kind}: ${fuzzed.outcome?.by.join(', ') ?? ''}: ${fuzzed.fault}`);
    console.log(faults.at(-1));
  },
);
for (const [kind, times] of [...outcomes].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${String(times)} × ${kind}`);
console.log(`${String(count)} damaged files, ${String(faults.length)} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
