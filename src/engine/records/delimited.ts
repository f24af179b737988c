/** Characters of a part: large enough to be few, small enough to be handed over early. */
const PART = 2 ** 22;

/** Delimited text that is put together row by row and kept by the browser where it keeps files. */
export class Delimited {
  #parts: Blob[] = [];
  #rows: string[] = [];
  #length = 0;

  /** @param cells of one row; empty is missing */
  add(cells: readonly string[]): void {
    const row = `${cells.map(quoted).join(',')}\n`;
    this.#rows.push(row);
    this.#length += row.length;
    if (this.#length >= PART) this.#flush();
  }

  /** The text so far. */
  blob(): Blob {
    this.#flush();
    return new Blob(this.#parts);
  }

  #flush(): void {
    this.#parts.push(new Blob([this.#rows.join('')]));
    this.#rows = [];
    this.#length = 0;
  }
}

/** Quotes also keep blanks, and a `#` that would start a comment. */
const quoted = (cell: string): string => (/[",\r\n]|^[\s#]|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
