import sealUrl from '../seal/worker.ts?worker&url';
import { isSingleFile, responseInside } from './inside.ts';
import { hear } from './worker-requests.ts';

const modules = new Map<string, Promise<WebAssembly.Module>>();
const addresses = new Map<string, Promise<string>>();
const workers = new Map<string, Promise<string>>();

/**
 * A file that ships with the app: from beside the page, or from inside the single file.
 * @param address what `import … from '…?url'` gives, or the name of a file of public/ ("sample/steel_current.csv")
 * @param signal gives up
 */
export async function shippedFile(address: string, signal?: AbortSignal): Promise<Blob> {
  signal?.throwIfAborted();
  return (isSingleFile() ? responseInside(address) : await fetchBeside(address, signal)).blob();
}

/**
 * A WebAssembly file, compiled; once, whoever asks. Modules can be posted to workers. Servers may send it as any type.
 * @param address as for `shippedFile`
 */
export function shippedModule(address: string): Promise<WebAssembly.Module> {
  return memoised(modules, address, async () => {
    const response = isSingleFile() ? responseInside(address) : await fetchBeside(address);
    return compiled(response).catch((error: unknown) => {
      throw FORBIDDEN.test(String(error)) ? forbidden('wasm-forbidden', error) : error;
    });
  });
}

// Streamed, the browser keeps what it has compiled for the next visit; it does so for the right type alone.
const compiled = async (response: Response): Promise<WebAssembly.Module> =>
  response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());

/** How browsers say that a policy lets no WebAssembly be compiled. */
const FORBIDDEN = /content security policy|\bCSP\b/i;

/** As the app's own errors are: this layer knows no other. */
const forbidden = (code: string, cause?: unknown): Error =>
  Object.assign(new Error('The server forbids it', { cause }), { code, values: {} });

/**
 * An address under which the browser itself can open a shipped file: a link's, a worker's.
 * @param address as for `shippedFile`
 */
export function shippedAddress(address: string): Promise<string> {
  return memoised(addresses, address, async () =>
    isSingleFile()
      ? URL.createObjectURL(await responseInside(address).blob())
      : new URL(address, document.baseURI).href,
  );
}

/**
 * Starts a worker behind the seal. It is made from the page's own memory, because such a worker is held to the page's policy, and one
 * from an address to none. In the single file it is a classic one without imports, beside the page a module.
 * @param address what `import … from './x.ts?worker&url'` gives
 */
export async function shippedWorker(address: string): Promise<Worker> {
  hearRefusals();
  requireWorkers();
  const inside = isSingleFile();
  const url = await memoised(workers, address, async () => {
    const parts = inside
      ? await Promise.all([textInside(sealUrl), textInside(address)])
      : [importing(sealUrl, address)];
    return URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  });
  // Behind the sign stands which one it is, for developer tools.
  const worker = new Worker(`${url}#${address.split('/').pop() ?? ''}`, { type: inside ? 'classic' : 'module' });
  hear(worker);
  return worker;
}

/** Whether a policy that the server sends beside the page's own has refused a worker. The worker itself only says that it has failed. */
let refused = false;
let isHeard = false;

function hearRefusals(): void {
  if (isHeard) return;
  isHeard = true;
  document.addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective }) => {
    refused ||= disposition === 'enforce' && effectiveDirective === 'worker-src';
  });
}

/** Throws where a worker was refused; a moment after the first was started the browser has said so. */
export function requireWorkers(): void {
  if (refused) throw forbidden('worker-forbidden');
}

const textInside = (name: string): Promise<string> => responseInside(name).text();

/** Imports are run in their order, and messages wait for them. */
const importing = (...addresses: readonly string[]): string =>
  addresses.map((address) => `import ${JSON.stringify(new URL(address, document.baseURI).href)};\n`).join('');

async function fetchBeside(address: string, signal?: AbortSignal): Promise<Response> {
  const url = new URL(address, document.baseURI);
  const response = await fetch(url, signal ? { signal } : {}).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw missing(url, null, error);
  });
  if (response.ok) return response;
  throw missing(url, response.status);
}

/** As the app's own errors are: this layer knows no other. */
const missing = (url: URL, status: number | null, cause?: unknown): Error =>
  Object.assign(new Error(`${url.pathname} could not be loaded`, { cause }), {
    ...{ code: 'part-missing', values: { part: url.pathname.split('/').pop() ?? '', status } },
  });

/** What failed is tried again by whoever asks next. */
function memoised<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const cached = kept.get(key);
  if (cached !== undefined) return cached;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
