import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Watches the memory of a browser and all its processes (proportional share of shared pages; Linux). */
export function watchMemory(marker: string): {
  /** The largest piece of memory in use in one go, in gigabytes: an engine's WebAssembly memory, which never shrinks. */
  largestMapping(): number;
  /** Ends the watch and gives the peak in gigabytes. */
  stop(): number;
} {
  if (!existsSync('/proc/self/smaps_rollup')) {
    throw new Error('The memory of a browser is read from /proc, which this system has not: run the bench on Linux.');
  }
  let peak = 0;
  const sample = (): void => {
    peak = Math.max(peak, browserBytes(marker));
  };
  const timer = setInterval(sample, 250);
  return {
    largestMapping: () => Math.max(0, ...[...processesOf(marker)].flatMap(mappings)) / 1e9,
    stop: () => {
      clearInterval(timer);
      sample();
      return peak / 1e9;
    },
  };
}

/** Bytes in use of each mapping. */
const mappings = (pid: string): number[] =>
  [...read(`/proc/${pid}/smaps`).matchAll(/^Rss:\s+(\d+)/gm)].map(([, kilobytes]) => Number(kilobytes) * 1024);

/** The processes whose command line names the marker (the browser's profile folder), and their children. */
function processesOf(marker: string): Set<string> {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const command = read(`/proc/${pid}/cmdline`);
      const parent = /\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1] ?? '';
      return command === '' ? [] : [{ pid, parent, command }];
    });
  const ours = new Set(processes.filter(({ command }) => command.includes(marker)).map(({ pid }) => pid));
  for (let grown = true; grown;) {
    const children = processes.filter(({ pid, parent }) => ours.has(parent) && !ours.has(pid));
    children.forEach(({ pid }) => ours.add(pid));
    grown = children.length > 0;
  }
  return ours;
}

function browserBytes(marker: string): number {
  const kilobytes = (pid: string): number => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return [...processesOf(marker)].reduce((sum, pid) => sum + kilobytes(pid) * 1024, 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
