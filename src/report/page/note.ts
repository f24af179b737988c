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

function nodeOf(token: Token): NoteNode[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'paragraph':
    case 'blockquote':
    case 'strong':
    case 'em':
    case 'del':
      return [element(TAGS[token.type as keyof typeof TAGS], nodesOf(token.tokens))];
    case 'heading':
      return [element((token as Tokens.Heading).depth <= 2 ? 'h3' : 'h4', nodesOf(token.tokens))];
    case 'hr':
    case 'br':
      return [element(token.type, [])];
    case 'code':
      return [element('pre', [element('code', [(token as Tokens.Code).text])])];
    case 'codespan':
      return [element('code', [(token as Tokens.Codespan).text])];
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'link':
      return linkOf(token as Tokens.Link);
    case 'table':
      return [tableOf(token as Tokens.Table)];
    case 'image':
      return [(token as Tokens.Image).text];
    default:
      return token.type === 'text' && token.tokens
        ? nodesOf(token.tokens)
        : ['text' in token ? String(token.text) : token.raw];
  }
}

function listOf({ ordered, items }: Tokens.List): NoteNode {
  const boxes = (item: Tokens.ListItem): NoteNode[] => (item.task ? [item.checked ? '☑ ' : '☐ '] : []);
  const inside = (item: Tokens.ListItem) => item.tokens.filter(({ type }) => type !== 'checkbox');
  return element(
    ordered ? 'ol' : 'ul',
    items.map((item) => element('li', [...boxes(item), ...nodesOf(inside(item))])),
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
