import { ApexBlob, ApexList, argument, BuiltinObject, builtinType, raise } from '../values/index.js';
import { builtin } from './declare.js';
import { parseXml, writeXml, XmlNode } from './domTree.js';
import { enumConstant } from './enums.js';
import type { HttpRequest, HttpResponse } from './http.js';

/** Apex Reference, "Dom Namespace". */

export class XmlDocument extends BuiltinObject {
  root: XmlNode | null = null;

  constructor() {
    super('Dom.Document');
  }

  get text(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${this.root ? writeXml(this.root) : ''}`;
  }
}

function element(name: string | null, namespace: string | null, prefix: string | null, parent: XmlNode | null): XmlNode {
  const given = namespace === '' ? null : namespace;
  const made = new XmlNode('ELEMENT', argument(name), given, prefix ?? (given && parent?.prefixFor(given)) ?? '');
  made.parent = parent;
  if (given && parent?.namespaceFor(made.prefix) !== given) made.namespaces.set(made.prefix, given);
  return made;
}

const nodes = (items: XmlNode[]): ApexList<XmlNode> => new ApexList(builtinType('Dom.XmlNode'), items);
const attributeAt = (self: XmlNode, index: number) =>
  self.attributes[index] ?? raise('ListException', `List index out of bounds: ${index}`);

function setAttribute(self: XmlNode, name: string | null, value: string | null, namespace: string | null): void {
  const known = self.attribute(argument(name), namespace);
  if (known) known.value = argument(value);
  else self.attributes.push({ name: name!, namespace, value: argument(value) });
}

export const declarations = [
  builtin('class Dom.Document', {
    'Document()': () => new XmlDocument(),
    'void load(String xml)': (self: XmlDocument, xml: string | null) => {
      self.root = parseXml(argument(xml));
    },
    'Dom.XmlNode createRootElement(String name, String namespace, String prefix)': (
      self: XmlDocument,
      name: string | null,
      namespace: string | null,
      prefix: string | null
    ) => (self.root = element(name, namespace, prefix, null)),
    'Dom.XmlNode getRootElement()': (self: XmlDocument) => self.root,
    'String toXmlString()': (self: XmlDocument) => self.text
  }),
  builtin('enum Dom.XmlNodeType', {}, ['COMMENT', 'ELEMENT', 'TEXT']),
  builtin('class Dom.XmlNode', {
    'Dom.XmlNode addChildElement(String name, String namespace, String prefix)': (
      self: XmlNode,
      name: string | null,
      namespace: string | null,
      prefix: string | null
    ) => self.add(element(name, namespace, prefix, self)),
    'Dom.XmlNode addTextNode(String text)': (self: XmlNode, text: string | null) =>
      self.add(new XmlNode('TEXT', null, null, '', argument(text))),
    'Dom.XmlNode addCommentNode(String text)': (self: XmlNode, text: string | null) =>
      self.add(new XmlNode('COMMENT', null, null, '', argument(text))),
    'Dom.XmlNode insertBefore(Dom.XmlNode newChild, Dom.XmlNode refChild)': (
      self: XmlNode,
      child: XmlNode | null,
      before: XmlNode | null
    ) => self.add(argument(child), before),
    'Boolean removeChild(Dom.XmlNode childNode)': (self: XmlNode, child: XmlNode | null) => {
      const at = self.children.indexOf(argument(child));
      if (at >= 0) self.children.splice(at, 1);
      return at >= 0;
    },
    'String getName()': (self: XmlNode) => self.name,
    'String getNamespace()': (self: XmlNode) => self.namespace,
    'String getText()': (self: XmlNode) => self.text,
    'Dom.XmlNodeType getNodeType()': (self: XmlNode) => enumConstant('Dom.XmlNodeType', self.kind),
    'Dom.XmlNode getParent()': (self: XmlNode) => self.parent,
    'List<Dom.XmlNode> getChildren()': (self: XmlNode) => nodes([...self.children]),
    'List<Dom.XmlNode> getChildElements()': (self: XmlNode) => nodes(self.elements),
    'Dom.XmlNode getChildElement(String name, String namespace)': (self: XmlNode, name: string | null, namespace: string | null) =>
      self.elements.find((child) => child.name === name && child.namespace === (namespace === '' ? null : namespace)) ?? null,
    'String getAttribute(String key, String keyNamespace)': (self: XmlNode, name: string | null, namespace: string | null) =>
      self.attribute(argument(name), namespace)?.value ?? null,
    'String getAttributeValue(String key, String keyNamespace)': (self: XmlNode, name: string | null, namespace: string | null) =>
      self.attribute(argument(name), namespace)?.value ?? null,
    'String getAttributeValueNs(String key, String keyNamespace)': (self: XmlNode, name: string | null, namespace: string | null) =>
      self.attribute(argument(name), namespace)?.namespace ?? null,
    'Integer getAttributeCount()': (self: XmlNode) => self.attributes.length,
    'String getAttributeKeyAt(Integer index)': (self: XmlNode, index: number) => attributeAt(self, index).name,
    'String getAttributeKeyNsAt(Integer index)': (self: XmlNode, index: number) => attributeAt(self, index).namespace,
    'void setAttribute(String key, String value)': (self: XmlNode, name: string | null, value: string | null) =>
      setAttribute(self, name, value, null),
    'void setAttributeNs(String key, String value, String keyNamespace, String valueNamespace)': (
      self: XmlNode,
      name: string | null,
      value: string | null,
      namespace: string | null,
      _valueNamespace: string | null
    ) => setAttribute(self, name, value, namespace),
    'Boolean removeAttribute(String key, String keyNamespace)': (self: XmlNode, name: string | null, namespace: string | null) => {
      const known = self.attribute(argument(name), namespace);
      if (known) self.attributes.splice(self.attributes.indexOf(known), 1);
      return known !== undefined;
    },
    'void setNamespace(String prefix, String namespace)': (self: XmlNode, prefix: string | null, namespace: string | null) =>
      void self.namespaces.set(prefix ?? '', argument(namespace)),
    'String getNamespaceFor(String prefix)': (self: XmlNode, prefix: string | null) => self.namespaceFor(prefix ?? ''),
    'String getPrefixFor(String namespace)': (self: XmlNode, namespace: string | null) => self.prefixFor(argument(namespace))
  }),
  builtin('class HttpRequest', {
    'Dom.Document getBodyDocument()': (self: HttpRequest) => documentOf(self.text),
    'void setBodyDocument(Dom.Document document)': (self: HttpRequest, document: XmlDocument | null) => {
      self.body = ApexBlob.ofText(argument(document).text);
    }
  }),
  builtin('class HttpResponse', { 'Dom.Document getBodyDocument()': (self: HttpResponse) => documentOf(self.text) })
];

function documentOf(text: string): XmlDocument {
  const document = new XmlDocument();
  document.root = parseXml(text);
  return document;
}
