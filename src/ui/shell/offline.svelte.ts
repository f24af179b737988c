import { isSingleFile } from '../../shipped/inside.ts';

/** The copy of the app that the browser keeps, where it allows one: over https and on this machine. */
export class Offline {
  /** Whether all of the app is kept, so that it opens without a network. */
  kept = $state(false);
  #waiting = $state.raw<ServiceWorker | null>(null);

  /** Whether a newer version is there in full and waits to take over. */
  get update() {
    return this.#waiting !== null;
  }

  /** Lets the browser keep the app. Rejects where it, or the server, will not have it. */
  async start(): Promise<void> {
    if (isSingleFile() || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const registration = await navigator.serviceWorker.register('./service-worker.js', { updateViaCache: 'none' });
    const look = () => {
      this.kept = registration.active !== null;
      this.#waiting = this.kept ? registration.waiting : null;
    };
    const follow = () => registration.installing?.addEventListener('statechange', look);
    follow();
    look();
    registration.addEventListener('updatefound', follow);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void registration.update().catch(() => undefined);
    });
  }

  /** Starts the newer version: the page is loaded anew, and what was opened in it is gone. */
  takeOver() {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    this.#waiting?.postMessage('take over');
  }
}
