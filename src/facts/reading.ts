/** Something that a person should know of how a file was read. */
export interface ReadNote {
  severity: 'info' | 'warning';
  text: string;
  column?: string;
  /** The row it starts at, counted from 1, the header not. */
  row?: number;
  /** The first cells or rows it speaks of, at most 20. */
  examples?: { row: number; value: string }[];
}

/** One of the ways a file was read: its label, what was used, and what could have been. */
export interface ReadAs {
  label: string;
  value: string;
  choices?: string[];
}

/** Why a file could not be read; errors lose their fields between a worker and the page. */
export interface Refusal {
  code: string;
  /** What to say behind the file's name. */
  problem: string;
  row?: number;
}
