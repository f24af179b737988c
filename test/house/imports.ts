import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** What a component's scripts hold, and the parts that its markup loads late. */
const scriptOf = (file: string, text: string): string =>
  file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>|\{#await (import\('[^']+'\))/g)]
        .map(([, script, late]) => script ?? late)
        .join('\n')
    : text;

/** What each file imports, of the files that are given. */
export function importsOf(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const imported = (file: string, text: string): string[] =>
    ts
      .preProcessFile(scriptOf(file, text), true, true)
      .importedFiles.map(({ fileName }) => posix.join(posix.dirname(file), fileName.replace(/\?.*/, '')))
      .filter((other) => texts.has(other));
  return new Map([...texts].map(([file, text]) => [file, imported(file, text)]));
}

/** Every file of src by its path in it, AssemblyScript left out. */
export const filesOfSrc = (): Map<string, string> =>
  new Map(
    readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('/assembly/'))
      .map((file) => [file, readFileSync(`src/${file}`, 'utf8')]),
  );
