import asc from 'assemblyscript/asc';
import { format } from 'prettier';

/** What is compiled: the statistics' loops, and the reader's looks at bytes. */
export const KERNELS: readonly Kernel[] = ['src/stats/kernel', 'src/engine/csv/bytes', 'src/engine/csv/decode'].map(
  (folder) => ({
    source: `${folder}/assembly/index.ts`,
    module: `${folder}/compiled.ts`,
  }),
);

interface Kernel {
  source: string;
  /** Where what `kernelModule` gives is kept. */
  module: string;
}

const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--outFile', 'kernel.wasm'];

/** Compiles a kernel: the text of the module that holds it, which every bundler and Node alike can load. */
export async function kernelModule({ source }: Kernel): Promise<string> {
  let wasm: Uint8Array | undefined;
  const { error } = await asc.main([source, ...OPTIONS], {
    writeFile: (_name, content) => void (wasm = content as Uint8Array),
  });
  if (error !== null || wasm === undefined) throw error ?? new Error(`${source} gave nothing`);
  const text = `/** \`assembly/\`, compiled by \`npm run kernel\`: WebAssembly in base64. */
export const compiled = '${Buffer.from(wasm).toString('base64')}';
`;
  return format(text, { parser: 'typescript', singleQuote: true, printWidth: 120 });
}
