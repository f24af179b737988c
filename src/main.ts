import { mount } from 'svelte';
import './fonts.css';
import './app.css';
import './print.css';
import { paletteCss } from './charts/palette.ts';
import App from './ui/shell/App.svelte';
import { scriptingApi } from './ui/shell/scripting-api.ts';
import { bookmarkOf } from './ui/files/bookmark.ts';
import { locateHandbook } from './ui/parts/handbook.svelte.ts';
import { keepFocus } from './ui/shell/focus-keeper.ts';
import { startTheRest } from './ui/shell/lazy-parts.ts';
import { Offline } from './ui/shell/offline.svelte.ts';
import { Session } from './ui/shell/session.svelte.ts';
import { Theme } from './ui/shell/theme.svelte.ts';
import { words } from './words/words.ts';

const palette = document.createElement('style');
palette.textContent = paletteCss;
document.head.prepend(palette);

/** Another page around this one could show what it likes beside the data, and lay itself over what is clicked. */
const isFramed = window.top !== window.self;
/** What the seal takes away first is still there: it was not loaded, or a policy of the server refused it. */
const isOpen = import.meta.env.PROD && 'XMLHttpRequest' in window;
if (isFramed) document.body.textContent = words.app.framed;
else if (isOpen) document.body.textContent = words.app.missingPart('seal');
else start();

function start(): void {
  const session = new Session();
  const theme = new Theme();
  const offline = new Offline();
  const target = document.getElementById('app') ?? document.body;
  mount(App, { target, props: { session, theme, offline } });
  keepFocus(target);
  const ready = startTheRest();
  ready.catch((error: unknown) => session.fail(error));
  locateHandbook().catch((error: unknown) => session.fail(error));
  // The network is the engines' first, and the processor the first files'. Where the browser keeps nothing, everything
  // else works all the same.
  ready
    .then(() => quiet(session))
    .then(() => offline.start())
    .catch(() => undefined);
  window.plumbline = scriptingApi(session, ready);

  const bookmark = bookmarkOf(location.search);
  if (bookmark) void session.openBookmark(bookmark);
}

/** Resolves when nothing has been worked on for a while. */
async function quiet(session: Session): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 3000));
  while (session.running);
}
