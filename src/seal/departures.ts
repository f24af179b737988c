import { guard, refusal } from './guard.ts';

const INSIDE = /^(blob|data):/;

/** A link whose click leaves the page or opens a window: all but places on this page and files that it saves. */
function leaves(link: Element): boolean {
  const address = link.getAttribute('href') ?? link.getAttribute('xlink:href');
  if (address === null || address.startsWith('#')) return false;
  return !(link.hasAttribute('download') && INSIDE.test(address));
}

/** Whether a click made by a script would follow a link; a person's clicks are never asked about. */
function follows(target: unknown): boolean {
  const link = target instanceof Element ? target.closest('a, area') : null;
  return link !== null && leaves(link);
}

function refuseMadeClicks(): void {
  guard(HTMLElement.prototype, 'click', (target) => {
    if (follows(target)) throw refusal('a click that no person made');
  });
  guard(EventTarget.prototype, 'dispatchEvent', (target, [event]) => {
    if (event instanceof Event && event.type === 'click' && follows(target))
      throw refusal('a click that no person made');
  });
}

/** What the browser tells of a navigation before it begins (https://html.spec.whatwg.org/#the-navigateevent-interface). */
interface Leaving extends Event {
  navigationType: string;
  downloadRequest: string | null;
  destination: { url: string; sameDocument: boolean };
}

/** The page has no link out of its own window, so that whatever would leave it was not meant to. */
function stayHere(event: Event): void {
  const { navigationType, downloadRequest, destination } = event as Leaving;
  const isSaved = downloadRequest !== null && INSIDE.test(destination.url);
  if (navigationType !== 'reload' && !destination.sameDocument && !isSaved) event.preventDefault();
}

/**
 * Stops what would leave the page: addresses that a script sets, refreshes, windows. What the person does in the browser itself
 * (the address bar, a bookmark, a click on a link to another tab) goes its way.
 */
export function refuseDepartures(): void {
  refuseMadeClicks();
  if ('navigation' in window) (window.navigation as EventTarget).addEventListener('navigate', stayHere);
  else
    addEventListener('beforeunload', (event) => {
      event.preventDefault();
    });
}
