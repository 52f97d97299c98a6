import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

export interface Element {
  readonly type: string;
  readonly required: boolean;
  readonly many: boolean;
}

/** The types of the Metadata API: what may stand inside an element, and the values of enumerations. */
export class MetadataTypes {
  private readonly enums = new Map<string, ReadonlySet<string>>();
  private readonly objects = new Map<string, { readonly base?: string; readonly elements: ReadonlyMap<string, Element> }>();
  private readonly aliases = new Map<string, string>();

  /** Reads the declarations of @salesforce/types, which are generated from the Metadata WSDL. */
  static load(): MetadataTypes {
    const file = createRequire(import.meta.url)
      .resolve('@salesforce/types/metadata')
      .replace(/\.js$/, '.d.ts');
    const types = new MetadataTypes();
    ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest).forEachChild((node) => {
      if (ts.isTypeAliasDeclaration(node)) types.add(node.name.text, node.type);
    });
    return types;
  }

  isType(name: string): boolean {
    return this.objects.has(this.resolve(name));
  }

  values(name: string): ReadonlySet<string> | undefined {
    return this.enums.get(this.resolve(name));
  }

  /** The elements of a type with those of the types it extends. */
  elements(name: string): ReadonlyMap<string, Element> {
    const found = this.objects.get(this.resolve(name));
    if (!found) return new Map();
    return new Map([...(found.base === undefined ? [] : this.elements(found.base)), ...found.elements]);
  }

  private resolve(name: string): string {
    const target = this.aliases.get(name);
    return target === undefined ? name : this.resolve(target);
  }

  private add(name: string, type: ts.TypeNode): void {
    if (ts.isTypeReferenceNode(type)) this.aliases.set(name, referenceName(type));
    else if (ts.isTypeLiteralNode(type)) this.objects.set(name, { elements: elementsOf(type) });
    else if (ts.isIntersectionTypeNode(type)) this.addExtension(name, type);
    else if (ts.isUnionTypeNode(type)) this.enums.set(name, new Set(type.types.flatMap(literal)));
    else if (ts.isLiteralTypeNode(type)) this.enums.set(name, new Set(literal(type)));
  }

  private addExtension(name: string, { types }: ts.IntersectionTypeNode): void {
    const base = types.find(ts.isTypeReferenceNode);
    const body = types.find(ts.isTypeLiteralNode);
    this.objects.set(name, { base: base && referenceName(base), elements: body ? elementsOf(body) : new Map() });
  }
}

function elementsOf(type: ts.TypeLiteralNode): Map<string, Element> {
  const elements = new Map<string, Element>();
  for (const member of type.members) {
    if (!ts.isPropertySignature(member) || !ts.isIdentifier(member.name) || !member.type) continue;
    const many = ts.isArrayTypeNode(member.type);
    const of = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
    elements.set(member.name.text, { type: typeName(of), required: !member.questionToken && !many, many });
  }
  return elements;
}

function typeName(type: ts.TypeNode): string {
  if (ts.isTypeReferenceNode(type)) return referenceName(type);
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return 'boolean';
  return type.kind === ts.SyntaxKind.NumberKeyword ? 'number' : 'string';
}

function referenceName(type: ts.TypeReferenceNode): string {
  return ts.isIdentifier(type.typeName) ? type.typeName.text : type.typeName.right.text;
}

function literal(type: ts.TypeNode): string[] {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [];
}
