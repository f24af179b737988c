import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** What the errors of others say (DuckDB, SheetJS, the YAML reader) is cut to its first line, or tells them apart where they carry nothing else. */
const FOREIGN = new Set([
  'src/analysis/run/column-result.ts',
  'src/engine/csv/slices/insert-slice.ts',
  'src/engine/records/workbook.ts',
  'src/report/set-up.ts',
]);

const TEXT = String.raw`\.(?:text|summary|detail|reason|typeReason|roleReason|taskReason|message)`;
const CUTS = String.raw`startsWith|endsWith|includes|indexOf|replace|replaceAll|match|matchAll|split|slice|substring|toLowerCase|toUpperCase`;
const MATCHED = [
  new RegExp(String.raw`${TEXT}\??\.(?:${CUTS})\(`),
  new RegExp(String.raw`${TEXT} [!=]== ['"\`][^'"\`]`),
  new RegExp(String.raw`/[a-z]*\.(?:test|exec)\([\w.]*${TEXT}\)`),
];

const matches = (line: string): boolean => MATCHED.some((pattern) => pattern.test(line));

test('a sentence that is matched, cut or compared is seen', () => {
  const lines = ["finding.text.replace(/x/, '')", "if (note.text === 'a')", 'if (/you/.test(column.typeReason))'];
  expect(lines.map(matches)).toEqual([true, true, true]);
  expect(matches('name.replace(old, now)')).toBe(false);
});

test('no code matches, cuts or compares a sentence', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.startsWith('words/') && !FOREIGN.has(`src/${name}`))
    .map((name) => `src/${name}`);
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, i) => (matches(line) ? [`${path}:${String(i + 1)} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

const SENTENCE = /\p{L}{2,} \p{L}{2,}/u;

/** The texts of several words in some code, each as it stands there. */
function sentencesIn(code: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest));
  return found.filter((text) => SENTENCE.test(text));
}

test('a sentence in code is seen', () => {
  const code = "say('it is done'); say(`${n} rows are gone`); say(`${a}: ${b}`); say('one'); // a remark of it";
  expect(sentencesIn(code)).toEqual(['it is done', ' rows are gone']);
});

test('what the package runs in Node holds no sentence: those of the command are words too', () => {
  const command = readdirSync('tools/command').map((name) => `tools/command/${name}`);
  const found = [...command, 'tools/browsers/launch.ts', 'tools/browsers/end-browser.ts'].flatMap((file) =>
    sentencesIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(command.length).toBeGreaterThan(8);
  expect(found).toEqual([]);
});
