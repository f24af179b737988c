import type { Report } from '../../facts/document/document.ts';
import type { PageOptions } from '../../report/page/options.ts';
import { OPTIONAL_SECTIONS, type SectionId } from '../../facts/sections.ts';

/** What the person has chosen for the file; it stays while the page is open. */
export class HtmlForm {
  title = $state('');
  author = $state('');
  note = $state('');
  logo = $state<string | null>(null);
  coloured = $state(false);
  colour = $state('#0b6e99');
  exampleRows = $state(false);
  #sections = $state.raw<readonly SectionId[]>(OPTIONAL_SECTIONS);

  /** Starts from what the set-up says of shared reports. */
  constructor({ title, author, note, logo, accent, sections, exampleRows }: Report['config']['brand'] = {}) {
    this.title = title ?? '';
    this.author = author ?? '';
    this.note = note ?? '';
    this.logo = logo ?? null;
    this.coloured = accent !== undefined;
    this.colour = accent ?? this.colour;
    this.exampleRows = exampleRows ?? false;
    if (sections) this.#sections = OPTIONAL_SECTIONS.filter((id) => sections.includes(id));
  }

  includes(section: string): boolean {
    return (this.#sections as readonly string[]).includes(section);
  }

  turn(section: string) {
    this.#sections = OPTIONAL_SECTIONS.filter((id) => (id === section) !== this.includes(id));
  }

  get options(): PageOptions {
    const { title, author, note, logo, coloured, colour, exampleRows } = this;
    return { title, author, note, logo, exampleRows, accent: coloured ? colour : null, sections: [...this.#sections] };
  }
}
