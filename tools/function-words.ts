import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * Measures how many of the names that src declares are function words ("of", "one", "at"): words that say nothing of
 * what a thing is, and that nobody can search for. Fails above the share that the project allows itself.
 *
 * npx tsx tools/function-words.ts [--list]
 */

const MOST_SHARE = 0.015;

/** English prepositions, conjunctions, pronouns, determiners, auxiliaries and particles; `a` and `i` are letters of formulas here. */
const FUNCTION_WORDS = new Set(
  [
    'an the this that these those',
    'about above across after against along among apart around as at before behind below beneath beside besides',
    'between beyond by down during except for from in inside into like near of off on onto out outside over past per',
    'since through throughout till to together toward under until up upon via with within without',
    'and but or nor so yet if then than else unless while because though although whether',
    'me my you your he him she her it its we us our they them their mine yours',
    'who whom whose which what when where why how',
    'all another any both each either enough every few fewer half least less little many more most much neither no none',
    'not one ones other others own same several some such two',
    'am are be been being is was were do does did has have had can could may might must shall should will would',
    'again alone almost already also always away back ever here just never now only once otherwise quite rather still',
    'there thus too very',
  ].flatMap((line) => line.split(' ')),
);

interface Declared {
  name: string;
  file: string;
  line: number;
}

/** The TypeScript of a file; of a component what stands in its script elements, each on its own lines. */
function scriptOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.svelte')) return text;
  let script = '';
  let end = 0;
  for (const match of text.matchAll(/(<script[^>]*>)([\s\S]*?)<\/script>/g)) {
    const start = match.index + (match[1]?.length ?? 0);
    script += text.slice(end, start).replace(/[^\n]/g, '') + (match[2] ?? '');
    end = start + (match[2]?.length ?? 0);
  }
  return script;
}

/** Variables, parameters, functions, types, classes and their members, properties of types: whatever gives a thing its name. */
function declaredNames(file: string): Declared[] {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: Declared[] = [];
  const visit = (node: ts.Node): void => {
    const { name } = node as { name?: ts.Node };
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isMethodSignature(node) ||
      ts.isPropertyDeclaration(node) ||
      ts.isPropertySignature(node);
    if (declares && name && ts.isIdentifier(name)) {
      const { line } = source.getLineAndCharacterOfPosition(name.getStart(source));
      found.push({ name: name.text, file, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('/assembly/'))
  .map((file) => `src/${file}`);
const declared = files.flatMap(declaredNames);
const found = declared.filter(({ name }) => FUNCTION_WORDS.has(name));
const part = found.length / declared.length;

if (process.argv.includes('--list')) {
  const byName = new Map<string, Declared[]>();
  for (const place of found) byName.set(place.name, [...(byName.get(place.name) ?? []), place]);
  for (const [name, places] of [...byName].toSorted((a, b) => b[1].length - a[1].length)) {
    console.log(`${name} ${String(places.length)}`);
    for (const { file, line } of places) console.log(`  ${file}:${String(line)}`);
  }
}
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 2 });
console.log(
  `${String(found.length)} of ${String(declared.length)} declared names are function words: ${percent.format(part)} (at most ${percent.format(MOST_SHARE)}).`,
);
if (part > MOST_SHARE) {
  console.error(
    `Too many: rename at least ${String(Math.ceil(found.length - MOST_SHARE * declared.length))} (--list shows them).`,
  );
  process.exitCode = 1;
}
