import { lexer, type Token, type Tokens } from 'marked';

const TAGS = {
  paragraph: 'p',
  blockquote: 'blockquote',
  strong: 'strong',
  em: 'em',
  del: 'del',
} as const;

export type NoteTag =
  | (typeof TAGS)[keyof typeof TAGS]
  | 'h3'
  | 'h4'
  | 'ul'
  | 'ol'
  | 'li'
  | 'pre'
  | 'code'
  | 'br'
  | 'hr'
  | 'a'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td';

/** A note as data: texts, and elements of a closed list. No markup passes through it, so there is none to clean. */
export type NoteNode = string | { tag: NoteTag; children: NoteNode[]; href?: string };

/** Reads Markdown. HTML in it stays text, pictures become their description, links lead to the web or a mailbox or nowhere. */
export function readNote(markdown: string): NoteNode[] {
  return nodesOf(lexer(markdown, { gfm: true }));
}

const nodesOf = (tokens: readonly Token[] | undefined): NoteNode[] => (tokens ?? []).flatMap(nodeOf);

const element = (tag: NoteTag, children: NoteNode[]): NoteNode => ({ tag, children });

const wrapped = ({ type, tokens }: Token & { tokens?: Token[] }): NoteNode[] => [
  element(TAGS[type as keyof typeof TAGS], nodesOf(tokens)),
];
const childless = (tag: NoteTag) => (): NoteNode[] => [element(tag, [])];
const nothing = (): NoteNode[] => [];

/** What becomes of a token, by its type; of any other, HTML among them, its text stays. */
const forms = new Map<string, (token: never) => NoteNode[]>([
  ['space', nothing],
  ['def', nothing],
  ...Object.keys(TAGS).map((type) => [type, wrapped] as const),
  ['heading', ({ depth, tokens }: Tokens.Heading) => [element(depth <= 2 ? 'h3' : 'h4', nodesOf(tokens))]],
  ['hr', childless('hr')],
  ['br', childless('br')],
  ['code', ({ text }: Tokens.Code) => [element('pre', [element('code', [text])])]],
  ['codespan', ({ text }: Tokens.Codespan) => [element('code', [text])]],
  ['list', (token: Tokens.List) => [listOf(token)]],
  ['link', linkOf],
  ['table', (token: Tokens.Table) => [tableOf(token)]],
  ['image', ({ text }: Tokens.Image) => [text]],
]);

function nodeOf(token: Token): NoteNode[] {
  const form = forms.get(token.type);
  if (form) return form(token as never);
  if (token.type === 'text' && token.tokens) return nodesOf(token.tokens);
  return ['text' in token ? String(token.text) : token.raw];
}

function listOf({ ordered, items }: Tokens.List): NoteNode {
  const boxes = (item: Tokens.ListItem): NoteNode[] => (item.task ? [item.checked ? '☑ ' : '☐ '] : []);
  const content = (item: Tokens.ListItem) => item.tokens.filter(({ type }) => type !== 'checkbox');
  return element(
    ordered ? 'ol' : 'ul',
    items.map((item) => element('li', [...boxes(item), ...nodesOf(content(item))])),
  );
}

function linkOf({ href, tokens }: Tokens.Link): NoteNode[] {
  const children = nodesOf(tokens);
  return /^(https?|mailto):/i.test(href) ? [{ tag: 'a', href, children }] : children;
}

function tableOf({ header, rows }: Tokens.Table): NoteNode {
  const row = (tag: 'th' | 'td') => (cells: Tokens.TableCell[]) =>
    element(
      'tr',
      cells.map((cell) => element(tag, nodesOf(cell.tokens))),
    );
  return element('table', [element('thead', [row('th')(header)]), element('tbody', rows.map(row('td')))]);
}
