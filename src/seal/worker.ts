import { removeFromWorker } from './channels.ts';
import type { WorkerNews } from './news.ts';

/* The first script of every worker: src/shipped/shipped.ts puts it there. */
removeFromWorker();

const tell = (address: string, startTime: number, refused: boolean): void => {
  const news: WorkerNews = { asked: { address, at: performance.timeOrigin + startTime, refused } };
  postMessage(news);
};

new PerformanceObserver((list) => {
  for (const { name, startTime } of list.getEntries()) tell(name, startTime, false);
}).observe({ type: 'resource', buffered: true });

addEventListener('securitypolicyviolation', ({ blockedURI, timeStamp }) => {
  tell(blockedURI, timeStamp, true);
});
