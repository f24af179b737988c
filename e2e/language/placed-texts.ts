import type { Page } from '@playwright/test';

/** A text of a document, and where it stands: a path of elements, and the attribute that holds it. */
export interface PlacedText {
  place: string;
  text: string;
}

const ATTRIBUTES = [
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-placeholder'],
  ...['title', 'alt', 'placeholder', 'label'],
];

/* These run in the page, from their sources: they know one another and nothing of this module. */

function isShown(element: Element): boolean {
  const held = element.closest('select') ?? element.closest('svg') ?? element;
  return held.checkVisibility({ visibilityProperty: true });
}

/** The element that holds the line a text stands in: a text may go on in the next element of its line. */
function lineOf(parent: Element): Element {
  if (parent.closest('option, title, desc')) return parent;
  const picture = parent.closest('svg');
  if (picture) return picture;
  let line = parent;
  while (line.parentElement && ['inline', 'contents'].includes(getComputedStyle(line).display))
    line = line.parentElement;
  return line;
}

function stepOf(element: Element): string {
  const test = element.getAttribute('data-testid');
  const [named] = [...element.classList].filter((name) => !name.startsWith('svelte-'));
  if (test !== null) return `[data-testid=${test}]`;
  const id = /^[a-z-]+$/.test(element.id) ? `#${element.id}` : '';
  return `${element.localName}${id}${named === undefined ? '' : `.${named}`}`;
}

function pathOf(element: Element | null, depth = 5): string {
  if (element === null || element === document.body || depth === 0) return '';
  return [pathOf(element.parentElement, depth - 1), stepOf(element)].filter(Boolean).join(' > ');
}

function linesIn(root: Element): PlacedText[] {
  const lines = new Map<Element, { parent: Element; text: string }[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.nodeValue ?? '';
    // A table of a figure has thousands of cells with numbers, which say nothing in any language.
    if (!parent || !/[\p{L}⟦⟧]/u.test(text) || parent.closest('script, style, template, noscript')) continue;
    if (!isShown(parent)) continue;
    const line = lineOf(parent);
    const pieces = lines.get(line);
    if (pieces) pieces.push({ parent, text });
    else lines.set(line, [{ parent, text }]);
  }
  return [...lines].map(([line, pieces]) => ({
    place: pathOf(line),
    // What one element holds in several nodes is one text; an element beside it begins another.
    text: pieces
      .map(({ parent, text }, i) => (i > 0 && pieces[i - 1]?.parent !== parent ? '\u2003' : '') + text)
      .join(''),
  }));
}

function attributesIn(root: Element, attributes: string[]): PlacedText[] {
  const selector = [...attributes.map((name) => `[${name}]`), 'input', 'textarea'].join();
  const all = [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)];
  return all.filter(isShown).flatMap((element) => {
    const held = attributes.flatMap((name) => {
      const text = element.getAttribute(name) ?? '';
      return text.trim() === '' ? [] : [{ place: `${pathOf(element)} @${name}`, text }];
    });
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const isMark = isField && ['checkbox', 'radio', 'range', 'color', 'file'].includes(element.type);
    return !isField || isMark ? held : [...held, { place: `${pathOf(element)} @value`, text: element.value }];
  });
}

function textsIn(root: Element, attributes: string[]): PlacedText[] {
  const titles = root === document.body ? [{ place: 'document.title', text: document.title }] : [];
  return [...titles, ...linesIn(root), ...attributesIn(root, attributes)];
}

/** Every stop of every figure's cursor that is asked for by a key: what it says and what it shows. */
async function readingsIn(root: Element, attributes: string[], keys: string[]): Promise<PlacedText[]> {
  const found: PlacedText[] = [];
  for (const cursor of root.querySelectorAll<HTMLElement>('[role="slider"]')) {
    cursor.focus({ preventScroll: true });
    for (const key of keys) {
      cursor.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve));
      found.push(...textsIn(cursor, attributes));
    }
    cursor.blur();
  }
  return found;
}

/** All that is said from the moment that something matches until nothing does any more. */
async function textsWhile(selector: string, attributes: string[]): Promise<PlacedText[]> {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
  while (!document.querySelector(selector)) await pause();
  const found = new Map<string, PlacedText>();
  while (document.querySelector(selector)) {
    for (const one of textsIn(document.body, attributes)) found.set(`${one.place} ${one.text}`, one);
    await pause();
  }
  return [...found.values()];
}

const SOURCES = [isShown, lineOf, stepOf, pathOf, linesIn, attributesIn, textsIn, readingsIn, textsWhile]
  .map(String)
  .join('\n');

const inPage = (call: string): string => `(() => { ${SOURCES}\nreturn ${call}; })()`;
const attributes = JSON.stringify(ATTRIBUTES);

/** Every text of the document that is rendered, as text, as a name for screen readers, as a hint or in a field. */
export const textsOf = (page: Page): Promise<PlacedText[]> =>
  page.evaluate<PlacedText[]>(inPage(`textsIn(document.body, ${attributes})`));

/** What the cursors of the figures in view say at a first stop and the last. */
export const readingsOf = (page: Page): Promise<PlacedText[]> =>
  page.evaluate<PlacedText[]>(inPage(`readingsIn(document.body, ${attributes}, ['ArrowRight', 'End'])`));

/** Every text that is rendered while an element is there that matches the selector; it may still be to come. */
export const textsDuring = (page: Page, selector: string): Promise<PlacedText[]> =>
  page.evaluate<PlacedText[]>(inPage(`textsWhile(${JSON.stringify(selector)}, ${attributes})`));

/** The sentences of a document: texts of several words, with their places in it. Units are names from a list. */
export function sentencesOf(value: unknown, place = ''): PlacedText[] {
  if (typeof value === 'string') return /\p{L}{2}\s.*\p{L}{2}/u.test(value) ? [{ place, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'unit' ? [] : sentencesOf(part, `${place}.${key}`)));
}
