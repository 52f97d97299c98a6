import type { MethodInfo, TypeInfo, VariableInfo } from '../values/apexType.js';
import type { BuiltinRegistry } from './builtinRegistry.js';

const INTRODUCTION = `# Supported Apex

The built-in classes, interfaces and enums that the local org runs. Generated from their declarations by \`local-org/scripts/supported-apex.ts\`;
do not edit. Whatever is not listed is refused when a project is compiled, with file, line and column.
`;

/** The documentation page of all built-in types: one section a namespace, one block of signatures a type. */
export function renderSupportedApex(registry: BuiltinRegistry): string {
  const namespaces = new Map<string, TypeInfo[]>();
  for (const type of registry.all()) {
    const namespace = type.name.includes('.') ? type.name.split('.')[0] : 'System';
    namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), type]);
  }
  const sections = [...namespaces.keys()].sort().map((name) => `## ${name}\n\n${namespaces.get(name)!.map(typeBlock).join('\n')}`);
  return [INTRODUCTION, ...sections].join('\n');
}

function typeBlock(type: TypeInfo): string {
  const members = type.kind === 'enum' ? [type.constants.join(', '), ...memberLines(type)].filter(Boolean) : memberLines(type);
  const body = members.length ? `{\n${members.map((member) => `  ${member}\n`).join('')}}` : '{}';
  return `### ${type.name}\n\n\`\`\`apex\n${heading(type)} ${body}\n\`\`\`\n`;
}

function heading(type: TypeInfo): string {
  const parameters = type.parameters.length ? `<${type.parameters.join(', ')}>` : '';
  const interfaces = type.interfaces.map(String).join(', ');
  return [
    ...[...type.modifiers].sort(),
    type.kind,
    type.name + parameters,
    ...(type.superclass ? [`extends ${String(type.superclass)}`] : []),
    ...(interfaces ? [`${type.kind === 'interface' ? 'extends' : 'implements'} ${interfaces}`] : [])
  ].join(' ');
}

function memberLines(type: TypeInfo): string[] {
  return [...type.constructors.map((each) => methodLine(each, '')), ...sorted(type.variables.map(variableLine)), ...sortedMethods(type)];
}

function sortedMethods(type: TypeInfo): string[] {
  const byName = [...type.methods].sort(
    (a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase()) || a.parameters.length - b.parameters.length
  );
  return byName.map((each) => methodLine(each, `${String(each.returnType)} `));
}

function methodLine(method: MethodInfo, returnType: string): string {
  const parameters = method.parameters.map(({ type, name }) => `${String(type)} ${name}`).join(', ');
  return `${method.isStatic ? 'static ' : ''}${returnType}${method.name}(${parameters});`;
}

function variableLine(variable: VariableInfo): string {
  const accessors = variable.set ? '{ get; set; }' : '{ get; }';
  return `${variable.isStatic ? 'static ' : ''}${String(variable.type)} ${variable.name} ${accessors}`;
}

function sorted(lines: readonly string[]): string[] {
  return [...lines].sort(compareText);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
