import { guard, guardProperty, refusal } from './guard.ts';

/** Elements whose own page would have every channel anew, or that lead elsewhere. */
const REFUSED = new Set(['base', 'embed', 'fencedframe', 'frame', 'frameset', 'iframe', 'meta', 'object', 'portal']);
const IN_MARKUP = new RegExp(`<(?:${[...REFUSED].join('|')}|link)(?![-\\w])`, 'i');
/** What a link element may be for. Others look a name up, or connect, without asking the policy. */
const RELATIONS = new Set(['icon', 'manifest', 'modulepreload', 'preload', 'stylesheet']);
/** Ways to turn text into elements that the app has no use for. */
const PARSERS: readonly [owner: string, method: string][] = [
  ['DOMParser', 'parseFromString'],
  ['Document', 'execCommand'],
  ['Document', 'write'],
  ['Document', 'writeln'],
  ['Element', 'setHTML'],
  ['Element', 'setHTMLUnsafe'],
  ['Range', 'createContextualFragment'],
  ['ShadowRoot', 'setHTML'],
  ['ShadowRoot', 'setHTMLUnsafe'],
];

function lookAtMarkup(markup: unknown): void {
  if (IN_MARKUP.test(String(markup))) throw refusal('markup with frames or links');
}

function lookAtName(name: unknown): void {
  const local = String(name).toLowerCase().split(':').pop() ?? '';
  if (REFUSED.has(local)) throw refusal(`<${local}>`);
}

function lookAtRelation(target: unknown, value: unknown): void {
  if (!(target instanceof HTMLLinkElement)) return;
  const refused = String(value)
    .toLowerCase()
    .split(/\s+/)
    .find((relation) => relation !== '' && !RELATIONS.has(relation));
  if (refused !== undefined) throw refusal(`rel="${refused}"`);
}

function lookAtAttribute(target: unknown, name: unknown, value: unknown): void {
  if (String(name).toLowerCase() === 'rel') lookAtRelation(target, value);
}

function guardRelations(): void {
  guardProperty(HTMLLinkElement.prototype, 'rel', lookAtRelation);
  // Its tokens could be set one by one; whether one is known is all that is asked of them.
  const relList = { supports: (relation: string) => RELATIONS.has(relation) };
  Object.defineProperty(HTMLLinkElement.prototype, 'relList', { value: Object.freeze(relList), configurable: false });
  guard(Element.prototype, 'setAttribute', (target, [name, value]) => {
    lookAtAttribute(target, name, value);
  });
  guard(Element.prototype, 'setAttributeNS', (target, [, name, value]) => {
    lookAtAttribute(target, name, value);
  });
  for (const name of ['setAttributeNode', 'setAttributeNodeNS'])
    guard(Element.prototype, name, (target, [node]) => {
      if (node instanceof Attr) lookAtAttribute(target, node.name, node.value);
    });
  guardProperty(Attr.prototype, 'value', (target, value) => {
    if (target instanceof Attr) lookAtAttribute(target.ownerElement, target.name, value);
  });
}

/** From here on no script can make a frame, or a hint that has a name looked up. */
export function refuseElements(): void {
  for (const [owner, method] of PARSERS) {
    const prototype = (globalThis as unknown as Record<string, { prototype: object } | undefined>)[owner]?.prototype;
    if (prototype !== undefined) Reflect.deleteProperty(prototype, method);
  }
  Reflect.deleteProperty(Document, 'parseHTMLUnsafe');
  Reflect.deleteProperty(Document, 'parseHTML');
  guard(Document.prototype, 'createElement', (_, [name]) => {
    lookAtName(name);
  });
  guard(Document.prototype, 'createElementNS', (_, [, name]) => {
    lookAtName(name);
  });
  guard(Element.prototype, 'insertAdjacentHTML', (_, [, markup]) => {
    lookAtMarkup(markup);
  });
  for (const owner of [Element.prototype, ShadowRoot.prototype])
    for (const name of ['innerHTML', 'outerHTML'])
      guardProperty(owner, name, (_, markup) => {
        lookAtMarkup(markup);
      });
  guardRelations();
}
