/** Addresses of what is in the page's own memory: nothing is asked of a network for them. */
const INSIDE = /^(blob|data):/;

/** What the browser has recorded this page fetching, and what its policy has refused. */
export class Requests {
  entries = $state.raw<{ address: string; startTime: number }[]>([]);
  refused = $state(0);

  constructor() {
    const observer = new PerformanceObserver((list) => {
      const news = list.getEntries().filter(({ name }) => !INSIDE.test(name));
      this.entries = [...this.entries, ...news.map(({ name, startTime }) => ({ address: name, startTime }))];
    });
    observer.observe({ type: 'resource', buffered: true });
    addEventListener('securitypolicyviolation', ({ blockedURI }) => {
      // "eval" and "inline" are refused too, but are no addresses.
      if (blockedURI.includes(':')) this.refused += 1;
    });
  }

  madeSince(moment: number | null): string[] {
    return this.entries.filter(({ startTime }) => startTime >= (moment ?? 0)).map(({ address }) => address);
  }
}
