import {
  ApexParserFactory,
  type ClassBodyDeclarationContext,
  type ClassDeclarationContext,
  type MethodDeclarationContext,
  type ModifierContext,
  type TypeRefContext
} from '@apexdevtools/apex-parser';

export interface DtoField {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly comment: string;
}

/** A class whose instances travel between Apex and Lightning web components. */
export interface Dto {
  /** `Outer` or `Outer.Inner`. */
  readonly name: string;
  readonly fields: readonly DtoField[];
}

export interface AuraMethod {
  readonly className: string;
  readonly name: string;
  readonly cacheable: boolean;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string;
}

export interface ApexApi {
  readonly dtos: readonly Dto[];
  readonly methods: readonly AuraMethod[];
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  date: 'string',
  datetime: 'string',
  decimal: 'number',
  double: 'number',
  id: 'string',
  integer: 'number',
  long: 'number',
  object: 'unknown',
  string: 'string',
  time: 'string'
};

/** Collects what a set of Apex classes offers to Lightning web components through @AuraEnabled. */
export function readApexApi(sources: ReadonlyMap<string, string>): ApexApi {
  const dtos: Dto[] = [];
  const methods: AuraMethod[] = [];
  for (const source of sources.values()) {
    const declaration = ApexParserFactory.createParser(source).compilationUnit().typeDeclaration().classDeclaration();
    if (declaration) readClass(declaration, '', source, dtos, methods);
  }
  return { dtos: dtos.sort((a, b) => a.name.localeCompare(b.name)), methods };
}

function readClass(declaration: ClassDeclarationContext, outer: string, source: string, dtos: Dto[], methods: AuraMethod[]): void {
  const name = outer + declaration.id().getText();
  const fields: DtoField[] = [];
  for (const body of declaration.classBody().classBodyDeclaration_list()) {
    const member = body.memberDeclaration();
    if (!member) continue;
    const inner = member.classDeclaration();
    if (inner) readClass(inner, `${name}.`, source, dtos, methods);
    const annotation = auraEnabled(body.modifier_list());
    if (annotation === undefined) continue;
    const method = member.methodDeclaration();
    if (method) methods.push(readMethod(name, method, annotation));
    else fields.push(...readFields(body, name, source));
  }
  if (fields.length > 0) dtos.push({ name, fields });
}

function readMethod(className: string, method: MethodDeclarationContext, annotation: string): AuraMethod {
  const parameters = method.formalParameters().formalParameterList()?.formalParameter_list() ?? [];
  return {
    className,
    name: method.id().getText(),
    cacheable: /cacheable=true/i.test(annotation),
    parameters: parameters.map((parameter) => ({ name: parameter.id().getText(), type: toTypeScript(parameter.typeRef(), className) })),
    returns: method.VOID() ? 'void' : toTypeScript(method.typeRef(), className)
  };
}

/**
 * A field is optional where its ApexDoc speaks of null, and where it is a property with accessors: those are filled by the component.
 * An Apex null may reach a component as null or not at all, so optional fields allow both.
 */
function readFields(body: ClassBodyDeclarationContext, className: string, source: string): DtoField[] {
  const member = body.memberDeclaration();
  const comment = commentBefore(source, body.start.start);
  const property = member.propertyDeclaration();
  if (property) return [{ name: property.id().getText(), type: toTypeScript(property.typeRef(), className), optional: true, comment }];
  const field = member.fieldDeclaration();
  if (!field) return [];
  const type = toTypeScript(field.typeRef(), className);
  return field
    .variableDeclarators()
    .variableDeclarator_list()
    .map((variable) => ({ name: variable.id().getText(), type, optional: /\bnull\b/i.test(comment), comment }));
}

function commentBefore(source: string, position: number): string {
  const found = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(source.slice(0, position));
  return found
    ? found[1]
        .replace(/^\s*\*/gm, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : '';
}

function auraEnabled(modifiers: readonly ModifierContext[]): string | undefined {
  return modifiers.map((modifier) => modifier.getText()).find((text) => /^@AuraEnabled\b/i.test(text));
}

function toTypeScript(type: TypeRefContext, className: string): string {
  const text = type.getText();
  if (text.endsWith('[]')) return `readonly ${named(text.slice(0, -2), className)}[]`;
  return named(text, className);
}

/** Types of one scope are written relative to the outer class, as in Apex. */
function named(text: string, className: string): string {
  const generic = /^(list|set|map)<(.+)>$/i.exec(text);
  if (generic) {
    const [, container, content] = generic as unknown as [string, string, string];
    if (container.toLowerCase() === 'map') {
      const comma = content.indexOf(',');
      return `Readonly<Record<string, ${named(content.slice(comma + 1), className)}>>`;
    }
    return `readonly ${named(content, className)}[]`;
  }
  return PRIMITIVES[text.toLowerCase()] ?? `@${className.split('.')[0]}:${text}`;
}

/** Resolves the names left open by `named`: an inner class of the same outer class, a class, or else an sObject. */
export function resolveNames(type: string, dtos: ReadonlySet<string>): string {
  return type.replace(/@(\w+):([\w.]+)/g, (_, outer: string, name: string) => {
    if (dtos.has(`${outer}.${name}`)) return `Apex.${outer}.${name}`;
    return dtos.has(name) ? `Apex.${name}` : 'Readonly<Record<string, unknown>>';
  });
}
