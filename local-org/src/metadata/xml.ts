import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ProjectError } from './errors.js';

/** One element of a metadata file. Metadata XML has no mixed content: an element holds either text or elements. */
export class XmlElement {
  constructor(
    readonly name: string,
    /** Text as written, not trimmed. */
    readonly raw: string,
    readonly attributes: ReadonlyMap<string, string>,
    readonly children: readonly XmlElement[]
  ) {}

  /** The first child of this name. */
  first(name: string): XmlElement | null {
    return this.children.find((child) => child.name === name) ?? null;
  }

  all(name: string): XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** Trimmed text of the first child of this name; null when it is absent or empty. */
  text(name: string): string | null {
    return this.first(name)?.value ?? null;
  }

  texts(name: string): string[] {
    return this.all(name).flatMap((child) => child.value ?? []);
  }

  flag(name: string, otherwise = false): boolean {
    const text = this.text(name);
    return text === null ? otherwise : text.toLowerCase() === 'true';
  }

  number(name: string): number | null {
    const text = this.text(name);
    return text === null || Number.isNaN(Number(text)) ? null : Number(text);
  }

  get value(): string | null {
    return this.raw.trim() || null;
  }
}

interface ParsedNode {
  readonly [key: string]: unknown;
}

const ATTRIBUTES = ':@';
const TEXT = '#text';

/** How fast-xml-parser keeps the order of elements, and every value as the text that was written. */
export const XML_AS_WRITTEN = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true
} as const;

// Metadata files of large projects hold thousands of &apos;: the library's guard against entity bombs is meant for foreign input.
const parser = new XMLParser({
  ...XML_AS_WRITTEN,
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: Number.MAX_SAFE_INTEGER, maxExpandedLength: Number.MAX_SAFE_INTEGER }
});

/** Parses a metadata file into its root element. Throws ProjectError with file and line when it is malformed. */
export function parseXml(text: string, file: string): XmlElement {
  const source = text.replace(/^\uFEFF/, '');
  const verdict = XMLValidator.validate(source, { allowBooleanAttributes: false });
  if (verdict !== true) {
    throw new ProjectError('BAD_XML', `${file}:${verdict.err.line}:${verdict.err.col ?? 1} ${verdict.err.msg}`, file, verdict.err.line);
  }
  const nodes = parser.parse(source) as ParsedNode[];
  const root = elements(nodes)[0];
  if (!root) throw new ProjectError('BAD_XML', `${file}:1:1 The file has no root element.`, file, 1);
  return root;
}

function elements(nodes: readonly ParsedNode[]): XmlElement[] {
  const result: XmlElement[] = [];
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT);
    if (!name || name.startsWith('?')) continue;
    const content = node[name] as ParsedNode[];
    const attributes = new Map(Object.entries((node[ATTRIBUTES] as Record<string, string> | undefined) ?? {}));
    const raw = content.map((child) => (TEXT in child ? String(child[TEXT]) : '')).join('');
    result.push(new XmlElement(name, raw, attributes, elements(content)));
  }
  return result;
}
