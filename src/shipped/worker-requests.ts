import type { WorkerNews } from '../seal/news.ts';

type WorkerRequest = WorkerNews['asked'];

const heard: WorkerRequest[] = [];
const listeners = new Set<(request: WorkerRequest) => void>();

const isNews = (message: unknown): message is WorkerNews =>
  typeof message === 'object' && message !== null && 'asked' in message;

/** Takes what the seal of a worker tells out of its messages: before anyone else listens to them. */
export function hear(worker: Worker): void {
  worker.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!isNews(event.data)) return;
    event.stopImmediatePropagation();
    heard.push(event.data.asked);
    for (const listener of listeners) listener(event.data.asked);
  });
}

/** Every request of a worker, those of before first. */
export function onWorkerRequest(listener: (request: WorkerRequest) => void): void {
  heard.forEach(listener);
  listeners.add(listener);
}
