import { expect, test } from 'vitest';
import { readNote, type NoteNode } from '../../../src/report/page/note.ts';

const tagsOf = (nodes: readonly NoteNode[]): string[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node.tag, ...tagsOf(node.children)]));
const textOf = (nodes: readonly NoteNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');

test('Markdown becomes elements of a closed list', () => {
  const note = readNote(
    '# Head\n\nSome *soft* and **hard** `code`.  \nNext\n\n1. one\n2. two\n\n- [x] done\n\n> said\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n',
  );
  expect(new Set(tagsOf(note))).toEqual(
    new Set('h3 p em strong code br ol ul li blockquote table thead tbody tr th td hr'.split(' ')),
  );
  expect(textOf(note)).toContain('☑ done');
});

test('markup in a note stays text', () => {
  const hostile =
    '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> **<b onclick="x">bold</b>**\n\n</script><iframe src="https://example.org">';
  const note = readNote(hostile);
  expect(new Set(tagsOf(note))).toEqual(new Set(['p', 'strong']));
  expect(textOf(note)).toContain('<script>alert(1)</script>');
  expect(textOf(note)).toContain('<img src=x onerror=alert(1)>');
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  './here',
  'vbscript:x',
])('a link to %s is text', (href) => {
  expect(readNote(`[words](${href})`)).toEqual([{ tag: 'p', children: ['words'] }]);
});

test('links lead to the web and to mailboxes; pictures are their description', () => {
  expect(readNote('[a](https://example.org/?q=1) <me@example.org> ![a plant](https://example.org/x.png)')).toEqual([
    {
      tag: 'p',
      children: [
        { tag: 'a', href: 'https://example.org/?q=1', children: ['a'] },
        ' ',
        { tag: 'a', href: 'mailto:me@example.org', children: ['me@example.org'] },
        ' ',
        'a plant',
      ],
    },
  ]);
});
