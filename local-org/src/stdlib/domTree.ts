import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { XML_AS_WRITTEN } from '../metadata/index.js';
import { BuiltinObject, raise } from '../values/index.js';

export type NodeKind = 'ELEMENT' | 'TEXT' | 'COMMENT';

export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string | null;
  value: string;
}

/** Dom.XmlNode: an element, text or comment. */
export class XmlNode extends BuiltinObject {
  parent: XmlNode | null = null;
  readonly children: XmlNode[] = [];
  readonly attributes: XmlAttribute[] = [];
  /** Declared on this element: prefix ('' for the default) → namespace. */
  readonly namespaces = new Map<string, string>();

  constructor(
    readonly kind: NodeKind,
    readonly name: string | null,
    readonly namespace: string | null,
    readonly prefix: string,
    readonly value: string | null = null
  ) {
    super('Dom.XmlNode');
  }

  add(child: XmlNode, before: XmlNode | null = null): XmlNode {
    child.parent = this;
    const at = before ? this.children.indexOf(before) : -1;
    this.children.splice(at < 0 ? this.children.length : at, 0, child);
    return child;
  }

  get elements(): XmlNode[] {
    return this.children.filter(({ kind }) => kind === 'ELEMENT');
  }

  /** The text directly inside. */
  get text(): string {
    return this.kind === 'ELEMENT'
      ? this.children
          .filter(({ kind }) => kind === 'TEXT')
          .map(({ value }) => value)
          .join('')
      : (this.value ?? '');
  }

  namespaceFor(prefix: string): string | null {
    return this.namespaces.get(prefix) ?? this.parent?.namespaceFor(prefix) ?? null;
  }

  prefixFor(namespace: string): string | null {
    for (const [prefix, declared] of this.namespaces) if (declared === namespace) return prefix;
    return this.parent?.prefixFor(namespace) ?? null;
  }

  attribute(name: string, namespace: string | null): XmlAttribute | undefined {
    return this.attributes.find((each) => each.name === name && each.namespace === (namespace === '' ? null : namespace));
  }
}

type Parsed = Record<string, unknown> & { readonly ':@'?: Record<string, string> };

const parser = new XMLParser({ ...XML_AS_WRITTEN, commentPropName: '#comment' });

/** The root element of a document. */
export function parseXml(text: string): XmlNode {
  const valid = XMLValidator.validate(text);
  if (valid !== true) raise('XmlException', `Failed to parse XML due to: ${valid.err.msg} (line ${valid.err.line})`);
  const holder = new XmlNode('ELEMENT', null, null, '');
  for (const node of parser.parse(text) as Parsed[]) addParsed(holder, node);
  const root = holder.elements[0] ?? raise('XmlException', 'Failed to parse XML due to: no root element');
  root.parent = null;
  return root;
}

function addParsed(parent: XmlNode, node: Parsed): void {
  const tag = Object.keys(node).find((key) => key !== ':@')!;
  if (tag === '#text') {
    parent.add(new XmlNode('TEXT', null, null, '', String(node[tag])));
    return;
  }
  if (tag === '#comment') {
    const [content] = node[tag] as Parsed[];
    parent.add(new XmlNode('COMMENT', null, null, '', String((content?.['#text'] as string | number | boolean | undefined) ?? '')));
    return;
  }
  const attributes = Object.entries(node[':@'] ?? {});
  const declared = new Map(attributes.flatMap(([name, value]): [string, string][] => namespaceDeclaration(name, value)));
  const lookUp = (prefix: string): string | null => declared.get(prefix) ?? parent.namespaceFor(prefix);
  const [prefix, name] = splitName(tag);
  const element = parent.add(new XmlNode('ELEMENT', name, lookUp(prefix), prefix));
  for (const [declaredPrefix, namespace] of declared) element.namespaces.set(declaredPrefix, namespace);
  for (const [qualified, value] of attributes) {
    if (namespaceDeclaration(qualified, value).length > 0) continue;
    const [attributePrefix, attributeName] = splitName(qualified);
    element.attributes.push({
      name: attributeName,
      namespace: attributePrefix === '' ? null : lookUp(attributePrefix),
      value: String(value)
    });
  }
  for (const child of node[tag] as Parsed[]) addParsed(element, child);
}

function namespaceDeclaration(name: string, value: string): [string, string][] {
  if (name === 'xmlns') return [['', value]];
  return name.startsWith('xmlns:') ? [[name.slice(6), value]] : [];
}

function splitName(qualified: string): [string, string] {
  const colon = qualified.indexOf(':');
  return colon < 0 ? ['', qualified] : [qualified.slice(0, colon), qualified.slice(colon + 1)];
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const escapeAttribute = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

export function writeXml(node: XmlNode): string {
  if (node.kind === 'TEXT') return escapeText(node.value ?? '');
  if (node.kind === 'COMMENT') return `<!--${node.value ?? ''}-->`;
  const tag = qualified(node.prefix, node.name!);
  const declared = [...node.namespaces].map(
    ([prefix, namespace]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`
  );
  const attributes = node.attributes.map(
    ({ name, namespace, value }) => ` ${qualified(namespace ? (node.prefixFor(namespace) ?? '') : '', name)}="${escapeAttribute(value)}"`
  );
  const start = `<${tag}${declared.join('')}${attributes.join('')}`;
  return node.children.length === 0 ? `${start} />` : `${start}>${node.children.map(writeXml).join('')}</${tag}>`;
}

function qualified(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}
