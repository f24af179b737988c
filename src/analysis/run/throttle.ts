/** The whole report is put together and drawn for each update, on the same two cores that do the work: at most a twentieth of the time. */
const UPDATE_EVERY_MS = 2000;
const TIMES_ITS_OWN = 20;

/**
 * At most one call in each interval, which grows with the time that a call takes until the page is idle; the first after a fifth of one.
 * @param call draws the report as it is by now
 */
export function throttle(call: () => void): () => void {
  let last = performance.now() - (4 / 5) * UPDATE_EVERY_MS;
  let interval = UPDATE_EVERY_MS;
  return () => {
    const time = performance.now();
    if (time - last < interval) return;
    last = time;
    call();
    // Once what the call has changed is drawn.
    setTimeout(() => (interval = Math.max(UPDATE_EVERY_MS, TIMES_ITS_OWN * (performance.now() - time))));
  };
}
