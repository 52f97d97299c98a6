import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { MetadataTypes } from './metadataTypes.js';

/** An element as fast-xml-parser gives it with preserveOrder: its name as the only key beside attributes, its content as a list. */
type Node = Readonly<Record<string, readonly Node[]>> & { readonly '#text'?: string };

const parser = new XMLParser({ ignoreAttributes: true, preserveOrder: true, trimValues: true, parseTagValue: false });

/** Compares one metadata file with the Metadata API: unknown, missing, repeated and scattered elements, values that are not of their type. */
export function shapeErrors(types: MetadataTypes, xml: string): string[] {
  const validity = XMLValidator.validate(xml);
  if (validity !== true) return [`not well-formed: ${validity.err.msg} (line ${validity.err.line})`];
  const root = (parser.parse(xml) as Node[]).find((node) => !nameOf(node).startsWith('?'));
  if (!root || !types.isType(nameOf(root))) return [`<${root ? nameOf(root) : ''}> is not a metadata type`];
  return elementErrors(types, nameOf(root), contentOf(root), nameOf(root));
}

function elementErrors(types: MetadataTypes, type: string, content: readonly Node[], at: string): string[] {
  const allowed = types.elements(type);
  const errors: string[] = [];
  const seen = new Set<string>();
  let previous = '';
  for (const node of content) {
    const name = nameOf(node);
    if (name === '#text') continue;
    const element = allowed.get(name);
    if (!element) errors.push(`${at}/${name}: unknown element of ${type}${suggestion(name, [...allowed.keys()])}`);
    else if (seen.has(name) && !element.many) errors.push(`${at}/${name}: given twice`);
    else errors.push(...valueErrors(types, element.type, node, `${at}/${name}`));
    // A deployment takes the last group of a repeated element only.
    if (seen.has(name) && previous !== name) errors.push(`${at}/${name}: not beside the others of its name`);
    seen.add(name);
    previous = name;
  }
  const missing = [...allowed].filter(([name, { required }]) => required && !seen.has(name));
  return [...errors, ...missing.map(([name]) => `${at}: ${name} is missing`)];
}

function valueErrors(types: MetadataTypes, type: string, node: Node, at: string): string[] {
  if (types.isType(type)) return elementErrors(types, type, contentOf(node), at);
  const text = contentOf(node)
    .map((child) => child['#text'] ?? '')
    .join('');
  const values = types.values(type);
  if (values) return values.has(text) ? [] : [`${at}: “${text}” is not a ${type}${suggestion(text, [...values])}`];
  if (type === 'boolean' && !/^(true|false)$/.test(text)) return [`${at}: “${text}” is not a boolean`];
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) return [`${at}: “${text}” is not a number`];
  return [];
}

function suggestion(name: string, known: readonly string[]): string {
  const near = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return near === undefined ? '' : `; did you mean ${near}?`;
}

function nameOf(node: Node): string {
  return Object.keys(node)[0] ?? '';
}

function contentOf(node: Node): readonly Node[] {
  return node[nameOf(node)] ?? [];
}
