import { onWorkerRequest } from '../../../shipped/worker-requests.ts';

/** Addresses of what is in the page's own memory: nothing is asked of a network for them. */
const INSIDE = /^(blob|data):/;
/** "eval" and "inline" are refused too, but are no addresses. */
const isAddress = (blocked: string) => blocked.includes(':');

/** What the browser has recorded this page and its workers fetching, and what their policy has refused. */
export class Requests {
  /** `time` as `performance.now()` counts on the page. */
  entries = $state.raw<{ address: string; time: number }[]>([]);
  refused = $state(0);

  constructor() {
    const observer = new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) this.#add(name, startTime);
    });
    observer.observe({ type: 'resource', buffered: true });
    addEventListener('securitypolicyviolation', ({ blockedURI }) => this.#refuse(blockedURI));
    onWorkerRequest(({ address, at: time, refused }) => {
      if (refused) this.#refuse(address);
      else this.#add(address, time - performance.timeOrigin);
    });
  }

  #add(address: string, time: number) {
    if (!INSIDE.test(address)) this.entries = [...this.entries, { address, time }];
  }

  #refuse(blocked: string) {
    if (isAddress(blocked)) this.refused += 1;
  }

  madeSince(moment: number | null): string[] {
    return this.entries.filter(({ time }) => time >= (moment ?? 0)).map(({ address }) => address);
  }
}
