/** Where a way out would lead: a web server, a UDP port, and a host that only a look-up would tell of. */
export interface Elsewhere {
  address: string;
  datagrams: number;
  host: string;
}

/** A way out of a page, tried from inside it. It may throw, which is one way to be stopped. */
export interface Way {
  /** As the table of docs/hosting.md names it. */
  row: string;
  name: string;
  go: (to: Elsewhere) => unknown;
}

const requests: Way[] = [
  { row: 'requests', name: 'fetch', go: ({ address }) => fetch(`${address}/fetch`, { mode: 'no-cors' }) },
  {
    row: 'requests',
    name: 'XMLHttpRequest',
    go: ({ address }) => {
      const request = new XMLHttpRequest();
      request.open('GET', `${address}/xhr`);
      request.send();
    },
  },
  { row: 'requests', name: 'WebSocket', go: ({ address }) => new WebSocket(`${address.replace('http', 'ws')}/ws`) },
  { row: 'requests', name: 'EventSource', go: ({ address }) => new EventSource(`${address}/events`) },
  { row: 'requests', name: 'sendBeacon', go: ({ address }) => navigator.sendBeacon(`${address}/beacon`, 'x') },
  { row: 'requests', name: 'image', go: ({ address }) => (new Image().src = `${address}/image`) },
  {
    row: 'requests',
    name: 'style',
    go: ({ address }) => {
      const style = document.createElement('style');
      style.textContent = `@import "${address}/import"; body { background: url(${address}/background) }`;
      document.head.append(style);
    },
  },
  {
    row: 'requests',
    name: 'font',
    go: ({ address }) => new FontFace('elsewhere', `url(${address}/font)`).load(),
  },
  {
    row: 'requests',
    name: 'video',
    go: ({ address }) => {
      document.body.append(Object.assign(document.createElement('video'), { src: `${address}/video` }));
    },
  },
  {
    row: 'requests',
    name: 'script',
    go: ({ address }) => {
      document.body.append(Object.assign(document.createElement('script'), { src: `${address}/script` }));
    },
  },
  { row: 'requests', name: 'module', go: ({ address }) => import(`${address}/module`) },
  {
    row: 'requests',
    name: 'worker from memory',
    go: ({ address }) => new Worker(URL.createObjectURL(new Blob([`fetch('${address}/worker', { mode: 'no-cors' })`]))),
  },
  {
    row: 'requests',
    name: 'icon',
    go: ({ address }) => {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'icon', href: `${address}/icon` }));
    },
  },
  {
    row: 'requests',
    name: 'ping of a link',
    go: ({ address }) => {
      Object.assign(document.createElement('a'), { href: '#ping', ping: `${address}/ping` }).click();
    },
  },
  {
    row: 'requests',
    name: 'payment',
    go: ({ address }) =>
      new PaymentRequest([{ supportedMethods: `${address}/pay` }], {
        total: { label: 'x', amount: { currency: 'EUR', value: '1' } },
      }).canMakePayment(),
  },
  {
    row: 'requests',
    name: 'speculation rules',
    go: ({ address }) => {
      const rules = { prefetch: [{ urls: [`${address}/speculation`], eagerness: 'immediate' }] };
      const script = Object.assign(document.createElement('script'), { type: 'speculationrules' });
      script.textContent = JSON.stringify(rules);
      document.head.append(script);
    },
  },
  {
    row: 'requests',
    name: 'form',
    go: ({ address }) => {
      const form = Object.assign(document.createElement('form'), { action: `${address}/form` });
      document.body.append(form);
      form.submit();
    },
  },
];

const realTime: Way[] = [
  {
    row: 'WebRTC',
    name: 'RTCPeerConnection',
    go: async ({ datagrams }) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${String(datagrams)}` }] });
      peer.createDataChannel('out');
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
  {
    row: 'WebRTC',
    name: 'RTCPeerConnection of a frame',
    go: async ({ datagrams }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const { RTCPeerConnection: Peer } = frame.contentWindow as unknown as typeof globalThis;
      const peer = new Peer({ iceServers: [{ urls: `stun:127.0.0.1:${String(datagrams)}` }] });
      peer.createDataChannel('out');
      await peer.setLocalDescription(await peer.createOffer());
    },
  },
];

const frames: Way[] = [
  {
    row: 'frames',
    name: 'frame',
    go: ({ address }) => {
      const frame = document.createElement('iframe');
      frame.src = `${address}/frame`;
      document.body.append(frame);
    },
  },
  {
    row: 'frames',
    name: 'frame in markup',
    go: ({ address }) => {
      document.body.insertAdjacentHTML('beforeend', `<iframe src="${address}/markup"></iframe>`);
    },
  },
  {
    row: 'frames',
    name: 'frame that is led elsewhere',
    go: ({ address }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      if (frame.contentWindow !== null) frame.contentWindow.location.href = `${address}/led`;
    },
  },
  {
    row: 'frames',
    name: 'object',
    go: ({ address }) => {
      const object = document.createElementNS('http://www.w3.org/1999/xhtml', 'object') as HTMLObjectElement;
      object.data = `${address}/object`;
      document.body.append(object);
    },
  },
];

const navigations: Way[] = [
  {
    row: 'leaving',
    name: 'address set by a script',
    go: ({ address }) => (location.href = `${address}/location`),
  },
  {
    row: 'leaving',
    name: 'address replaced by a script',
    go: ({ address }) => {
      location.replace(`${address}/replaced`);
    },
  },
  {
    row: 'leaving',
    name: 'meta refresh',
    go: ({ address }) => {
      const meta = document.querySelector('meta[name="viewport"]') ?? document.createElement('meta');
      meta.setAttribute('http-equiv', 'refresh');
      meta.setAttribute('content', `0;url=${address}/refresh`);
      document.head.append(meta);
    },
  },
  {
    row: 'leaving',
    name: 'click made by a script',
    go: ({ address }) => {
      Object.assign(document.createElement('a'), { href: `${address}/click` }).click();
    },
  },
  {
    row: 'leaving',
    name: 'event made by a script',
    go: ({ address }) => {
      const link = Object.assign(document.createElement('a'), { href: `${address}/event` });
      document.body.append(link);
      link.append(document.createElement('b'));
      link.firstElementChild?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    },
  },
  {
    row: 'leaving',
    name: 'download from elsewhere',
    go: ({ address }) => {
      Object.assign(document.createElement('a'), { href: `${address}/download`, download: 'x' }).click();
    },
  },
];

const windows: Way[] = [
  { row: 'windows', name: 'window.open', go: ({ address }) => window.open(`${address}/open`) },
  {
    row: 'windows',
    name: 'link to a new tab, clicked by a script',
    go: ({ address }) => {
      Object.assign(document.createElement('a'), { href: `${address}/tab`, target: '_blank' }).click();
    },
  },
];

const hints: Way[] = [
  {
    row: 'hints',
    name: 'looked-up',
    go: ({ host }) => {
      const link = document.createElement('link');
      link.rel = 'dns-prefetch';
      link.href = `http://looked-up.${host}`;
      document.head.append(link);
    },
  },
  {
    row: 'hints',
    name: 'connected',
    go: ({ host }) => {
      const link = document.createElement('link');
      link.rel = 'preconnect';
      link.href = `http://connected.${host}`;
      document.head.append(link);
    },
  },
  {
    row: 'hints',
    name: 'attribute',
    go: ({ host }) => {
      const link = document.createElement('link');
      link.setAttribute('rel', 'preconnect');
      link.setAttribute('href', `http://attribute.${host}`);
      document.head.append(link);
    },
  },
  {
    row: 'hints',
    name: 'markup',
    go: ({ host }) => {
      const holder = document.createElement('div');
      holder.innerHTML = `<link rel="preconnect" href="http://markup.${host}">`;
      document.head.append(holder);
    },
  },
  {
    row: 'hints',
    name: 'framed',
    go: ({ host }) => {
      const frame = document.createElement('iframe');
      frame.src = `http://framed.${host}`;
      document.body.append(frame);
    },
  },
];

/** Ways that a listener hears of. */
export const heardWays: readonly Way[] = [...requests, ...realTime, ...frames, ...windows, ...navigations];
/** Ways that show in the browser's look-ups of names alone: each asks for its own name under the host. */
export const namedWays: readonly Way[] = hints;

/** Ways out of a worker. */
export const workerWays: readonly Way[] = [
  { row: 'workers', name: 'fetch', go: ({ address }) => fetch(`${address}/fetch`, { mode: 'no-cors' }) },
  { row: 'workers', name: 'module', go: ({ address }) => import(`${address}/module`) },
  {
    row: 'workers',
    name: 'importScripts',
    go: ({ address }) => {
      importScripts(`${address}/script`);
    },
  },
  { row: 'workers', name: 'WebSocket', go: ({ address }) => new WebSocket(`${address.replace('http', 'ws')}/ws`) },
  { row: 'workers', name: 'font', go: ({ address }) => new FontFace('away', `url(${address}/font)`).load() },
  {
    row: 'workers',
    name: 'worker of a worker',
    go: ({ address }) => new Worker(URL.createObjectURL(new Blob([`fetch('${address}/worker', { mode: 'no-cors' })`]))),
  },
];
