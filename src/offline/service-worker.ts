export {};

declare const self: ServiceWorkerGlobalScope;
/** Put in at build time: every file of the site, and a hash of all their contents. */
declare const FILES: readonly string[];
declare const VERSION: string;

/** Caches belong to the origin: other copies of the app under other paths keep theirs. */
const PREFIX = `plumbline ${self.registration.scope} `;
const NAME = PREFIX + VERSION;

/** What is kept is the same for every browser, whatever the server says. */
const KEPT = { ignoreVary: true };

/** Files of this folder carry a hash in their names: what an earlier version kept is still right. */
const isHashed = (file: string): boolean => file.startsWith('assets/');

async function keep(cache: Cache, file: string): Promise<void> {
  const kept = isHashed(file) ? await caches.match(new URL(file, self.registration.scope)) : undefined;
  if (kept) return cache.put(file, kept);
  const request = new Request(new URL(file, self.registration.scope), {
    cache: isHashed(file) ? 'default' : 'no-cache',
    credentials: 'same-origin',
  });
  const response = await fetch(request);
  if (!response.ok) throw new Error(`${file}: the server answered ${String(response.status)}`);
  // A redirected answer may not be given to a navigation.
  return cache.put(request, response.redirected ? new Response(response.body, response) : response);
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(NAME);
      for (const file of FILES) await keep(cache, file);
    })(),
  );
});

/** Parts of an earlier version may still be asked for by another window that runs it. */
async function forgetOthers(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 1) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(names.map((name) => caches.delete(name)));
}

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

// Only when the person has said so: a page that is reloaded loses what was opened in it.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});

/** The file of the site that is asked for; undefined for everything else, which goes its way. */
function fileOf(request: Request): string | undefined {
  const { href } = new URL(request.url);
  const { scope } = self.registration;
  if (request.method !== 'GET' || !href.startsWith(scope)) return undefined;
  const name = href.slice(scope.length).replace(/[?#].*$/s, '');
  return name === '' && request.mode === 'navigate' ? 'index.html' : name;
}

async function keptOrFetched(file: string, request: Request): Promise<Response> {
  const address = new URL(file, self.registration.scope);
  const cache = await caches.open(NAME);
  return (await cache.match(address, KEPT)) ?? (await caches.match(address, KEPT)) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const file = fileOf(event.request);
  if (file !== undefined && (FILES.includes(file) || isHashed(file))) {
    event.respondWith(keptOrFetched(file, event.request));
  }
});
