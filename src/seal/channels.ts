/*
 * Ways to a network that the app has no use for, taken out of the page and of its workers before anything else runs. The policy refuses
 * most of them as well; it says nothing of WebRTC, of windows and of what the browser does on a page's behalf.
 */
const ANYWHERE = [
  'EventSource',
  'SharedWorker',
  'TCPSocket',
  'UDPSocket',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'XMLHttpRequest',
  'fetchLater',
];
const ON_PAGES = [
  'FencedFrameConfig',
  'Notification',
  'PaymentRequest',
  'PresentationRequest',
  'SpeechSynthesisUtterance',
  'SpeechRecognition',
  'XSLTProcessor',
  'open',
  'sharedStorage',
  'speechSynthesis',
  'webkitSpeechRecognition',
];
/** Workers are given all they need by message. */
const IN_WORKERS = ['Worker', 'fetch', 'importScripts'];
const OF_NAVIGATORS = [
  'createAuctionNonce',
  'credentials',
  'joinAdInterestGroup',
  'presentation',
  'registerProtocolHandler',
  'runAdAuction',
  'sendBeacon',
  'share',
];

const REAL_TIME = /^(webkit|moz)?RTC/;

/** Takes a name from an object and from all that it inherits from. */
function forget(owner: object, name: string): void {
  for (let at: object | null = owner; at !== null; at = Object.getPrototypeOf(at) as object | null)
    Reflect.deleteProperty(at, name);
}

function removeFrom(names: readonly string[]): void {
  const realTime = Object.getOwnPropertyNames(globalThis).filter((name) => REAL_TIME.test(name));
  for (const name of [...ANYWHERE, ...realTime, ...names]) forget(globalThis, name);
  for (const name of OF_NAVIGATORS) forget(navigator, name);
}

export const removeFromPage = (): void => {
  removeFrom(ON_PAGES);
};

export const removeFromWorker = (): void => {
  removeFrom(IN_WORKERS);
};
