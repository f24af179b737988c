/** Where the browser does not say how much memory the machine has. */
const USUAL_GIGABYTES = 4;
/** Browsers say 8 of larger machines, too. */
const MOST_GIGABYTES = 8;

/** What a run may keep beside the files themselves, in bytes. */
export interface MemoryBudget {
  /** Summaries, packed, for a second question about their columns: a 48th of the memory, at most 179 MB. */
  summaries: number;
  /** Values, for correlations and the model: a 128th of the memory, at most 67 MB. */
  values: number;
}

/** The budget on this machine: small beside what the engines and the page take for such data. */
export function memoryBudget(): MemoryBudget {
  const { deviceMemory = USUAL_GIGABYTES } = navigator as { deviceMemory?: number };
  const bytes = Math.min(deviceMemory, MOST_GIGABYTES) * 2 ** 30;
  return { summaries: bytes / 48, values: bytes / 128 };
}
