import type { Expression, Statement, TypeReference } from '../../src/apex/syntax/index.js';

/** A syntax tree as one line of text, so that a table can show what a piece of Apex parses to. */
export function sexp(node: Expression | Statement): string {
  switch (node.kind) {
    case 'literal':
      return node.type === 'String' ? `'${String(node.value)}'` : `${String(node.value)}${node.type === 'Long' ? 'L' : ''}`;
    case 'name':
      return node.name;
    case 'this':
    case 'super':
      return node.kind;
    case 'fieldAccess':
      return list(node.safe ? '?.' : '.', sexp(node.target), node.name);
    case 'index':
      return list('index', sexp(node.target), sexp(node.index));
    case 'call':
      return list('call', ...(node.target ? [sexp(node.target)] : []), `${node.safe ? '?.' : ''}${node.name}`, ...node.arguments.map(sexp));
    case 'new':
      return list(
        'new',
        typeText(node.type),
        ...(node.fields ? node.fields.map(({ name, value }) => `${name}=${sexp(value)}`) : node.arguments.map(sexp))
      );
    case 'newList':
      return list('newList', typeText(node.elementType), ...node.elements.map(sexp), ...(node.size ? ['size', sexp(node.size)] : []));
    case 'newSet':
      return list('newSet', typeText(node.elementType), ...node.elements.map(sexp));
    case 'newMap':
      return list(
        'newMap',
        typeText(node.keyType),
        typeText(node.valueType),
        ...node.entries.map(({ key, value }) => `${sexp(key)}=>${sexp(value)}`)
      );
    case 'cast':
      return list('cast', typeText(node.type), sexp(node.value));
    case 'instanceOf':
      return list('instanceof', sexp(node.value), typeText(node.type));
    case 'unary':
      return list(node.prefix ? node.operator : `post${node.operator}`, sexp(node.operand));
    case 'binary':
      return list(node.operator, sexp(node.left), sexp(node.right));
    case 'assign':
      return list(`${node.operator ?? ''}=`, sexp(node.target), sexp(node.value));
    case 'conditional':
      return list('?', sexp(node.condition), sexp(node.then), sexp(node.otherwise));
    case 'classLiteral':
      return list('class', typeText(node.type));
    case 'soql':
    case 'sosl':
      return list(node.kind, `"${node.text}"`, ...node.binds.map(sexp));
    default:
      return statementText(node);
  }
}

function statementText(node: Statement): string {
  switch (node.kind) {
    case 'block':
      return `{${node.statements.map(sexp).join(' ')}}`;
    case 'local':
      return list(
        'local',
        ...node.modifiers,
        typeText(node.type),
        ...node.declarators.map(({ name, initializer }) => name + (initializer ? `=${sexp(initializer)}` : ''))
      );
    case 'expression':
      return list('do', sexp(node.expression));
    case 'if':
      return list('if', sexp(node.condition), sexp(node.then), ...(node.otherwise ? [sexp(node.otherwise)] : []));
    case 'switch':
      return list('switch', sexp(node.subject), ...node.cases.map(caseText), ...(node.otherwise ? ['else', sexp(node.otherwise)] : []));
    case 'for':
      return list(
        'for',
        `${forInitializer(node.initializer)}; ${node.condition ? sexp(node.condition) : ''};`,
        node.updates.map(sexp).join(' '),
        sexp(node.body)
      );
    case 'forEach':
      return list('forEach', typeText(node.type), node.name, sexp(node.iterable), sexp(node.body));
    case 'while':
      return list('while', sexp(node.condition), sexp(node.body));
    case 'doWhile':
      return list('doWhile', sexp(node.body), sexp(node.condition));
    case 'try':
      return list(
        'try',
        sexp(node.body),
        ...node.catches.map(({ type, name, body }) => list('catch', typeText(type), name, sexp(body))),
        ...(node.finallyBlock ? ['finally', sexp(node.finallyBlock)] : [])
      );
    case 'return':
      return list('return', ...(node.value ? [sexp(node.value)] : []));
    case 'throw':
      return list('throw', sexp(node.value));
    case 'break':
    case 'continue':
      return list(node.kind);
    case 'dml':
      return list(
        node.operation,
        ...accessText(node.access),
        sexp(node.target),
        ...(node.externalIdField ? [`by ${node.externalIdField}`] : [])
      );
    case 'merge':
      return list('merge', ...accessText(node.access), sexp(node.master), sexp(node.duplicates));
    case 'runAs':
      return list('runAs', sexp(node.user), sexp(node.body));
  }
}

function caseText(node: Extract<Statement, { kind: 'switch' }>['cases'][number]): string {
  return list('when', ...node.values.map(sexp), ...(node.binding ? [typeText(node.binding.type), node.binding.name] : []), sexp(node.body));
}

function forInitializer(initializer: Extract<Statement, { kind: 'for' }>['initializer']): string {
  if (!initializer) return '';
  return 'kind' in initializer ? sexp(initializer) : initializer.map(sexp).join(' ');
}

function accessText(access: string | null): string[] {
  return access ? [`as ${access}`] : [];
}

function typeText(type: TypeReference): string {
  return type.parts.join('.') + (type.arguments.length ? `<${type.arguments.map(typeText).join(', ')}>` : '');
}

function list(...parts: string[]): string {
  return `(${parts.join(' ')})`;
}
