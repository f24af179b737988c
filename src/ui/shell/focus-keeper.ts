const FOCUSABLE =
  'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** An element and what it stands in, inside out. */
function pathOf(element: Element, root: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null && at !== root; at = at.parentElement) path.push(at);
  return path;
}

/** What is near to where the keyboard was: the first that can have it in what is still there, else the page's main part. */
function nearest(path: readonly Element[]): HTMLElement | null {
  const places = path.filter((place) => place.isConnected);
  for (const place of places) {
    const found = [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].find((element) => element.checkVisibility());
    if (found !== undefined) return found;
  }
  return document.querySelector<HTMLElement>('main');
}

/** Dialogs and menus bring the keyboard back themselves, some moments after they close. */
const OTHERS_FIRST = 40;

/**
 * Keeps the keyboard's place: where what had it is taken off the page (a slot that is filled, a button that has done its work), what is
 * nearest gets it, not the top of the page.
 * @param root of the app; the main part has to be able to get the focus (`tabindex="-1"`)
 */
export function keepFocus(root: HTMLElement): void {
  let path: Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLost = (): boolean => path[0]?.isConnected === false && document.activeElement === document.body;
  const restore = (): void => {
    timer = undefined;
    if (isLost()) nearest(path)?.focus({ preventScroll: true });
  };
  document.addEventListener('focusin', ({ target }) => {
    path = target instanceof Element && root.contains(target) ? pathOf(target, root) : [];
  });
  // Who clicks beside everything wants the keyboard nowhere.
  document.addEventListener('pointerdown', () => (path = []), { capture: true });
  new MutationObserver(() => {
    if (isLost()) timer ??= setTimeout(restore, OTHERS_FIRST);
  }).observe(root, { childList: true, subtree: true });
}
