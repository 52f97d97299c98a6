/**
 * The local org's own syntax tree for Apex: what the parser hands to the type checker and the emitter.
 * Names keep the spelling of the source; comparing them is case-insensitive everywhere.
 */

/** A place in a source file. `line` and `column` count from 1, as Salesforce's compile errors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Node {
  readonly position: Position;
}

export interface SourceUnit {
  readonly file: string;
  readonly apiVersion: number;
  readonly declaration: TypeDeclaration | TriggerDeclaration;
}

/** What anonymous Apex parses to: methods and classes may be declared between the statements. */
export interface AnonymousUnit {
  readonly file: string;
  readonly apiVersion: number;
  readonly types: TypeDeclaration[];
  readonly methods: MethodDeclaration[];
  readonly statements: Statement[];
}

// ---------------------------------------------------------------------------------------------- types

/** A type as written: `Map<Id, List<Account>>`, `Outer.Inner`, `String[]` (as List<String>). */
export interface TypeReference extends Node {
  /** Dotted parts; only the last part of a path carries arguments in Apex: `Outer.Inner<T>`. */
  readonly parts: readonly string[];
  readonly arguments: readonly TypeReference[];
}

// --------------------------------------------------------------------------------------- declarations

/** Lower-cased: 'public', 'private', 'global', 'protected', 'static', 'abstract', 'virtual', 'override', 'final', 'transient', 'testmethod', 'with sharing', 'without sharing', 'inherited sharing', 'webservice'. */
export type Modifier = string;

export interface Annotation extends Node {
  /** As written, without '@'. */
  readonly name: string;
  /** `@IsTest(SeeAllData=true)` → {seealldata: 'true'}; a lone value is under 'value'. Keys lower-cased, string quotes removed. */
  readonly parameters: Readonly<Record<string, string>>;
}

interface Declared extends Node {
  readonly modifiers: readonly Modifier[];
  readonly annotations: readonly Annotation[];
}

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export interface ClassDeclaration extends Declared {
  readonly kind: 'class';
  readonly name: string;
  readonly superclass: TypeReference | null;
  readonly interfaces: readonly TypeReference[];
  readonly members: readonly Member[];
  readonly end: Position;
}

export interface InterfaceDeclaration extends Declared {
  readonly kind: 'interface';
  readonly name: string;
  readonly interfaces: readonly TypeReference[];
  readonly methods: readonly MethodDeclaration[];
}

export interface EnumDeclaration extends Declared {
  readonly kind: 'enum';
  readonly name: string;
  readonly constants: readonly { readonly name: string; readonly position: Position }[];
}

export type Member =
  FieldDeclaration | PropertyDeclaration | MethodDeclaration | ConstructorDeclaration | InitializerBlock | TypeDeclaration;

export interface FieldDeclaration extends Declared {
  readonly kind: 'field';
  readonly type: TypeReference;
  readonly declarators: readonly Declarator[];
}

export interface Declarator extends Node {
  readonly name: string;
  readonly initializer: Expression | null;
}

export interface PropertyDeclaration extends Declared {
  readonly kind: 'property';
  readonly type: TypeReference;
  readonly name: string;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
}

export interface Accessor extends Node {
  readonly modifiers: readonly Modifier[];
  /** null: automatic (`get;`). */
  readonly body: Block | null;
}

export interface Parameter extends Node {
  readonly modifiers: readonly Modifier[];
  readonly type: TypeReference;
  readonly name: string;
}

export interface MethodDeclaration extends Declared {
  readonly kind: 'method';
  /** null: void. */
  readonly returnType: TypeReference | null;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** null: abstract or of an interface. */
  readonly body: Block | null;
}

export interface ConstructorDeclaration extends Declared {
  readonly kind: 'constructor';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}

export interface InitializerBlock extends Node {
  readonly kind: 'initializer';
  readonly isStatic: boolean;
  readonly body: Block;
}

export interface TriggerDeclaration extends Node {
  readonly kind: 'trigger';
  readonly name: string;
  readonly object: string;
  readonly events: readonly TriggerEvent[];
  readonly body: Block;
}

export type TriggerEvent =
  'before insert' | 'before update' | 'before delete' | 'after insert' | 'after update' | 'after delete' | 'after undelete';

// ------------------------------------------------------------------------------------------ statements

export type Statement =
  | Block
  | LocalVariable
  | ExpressionStatement
  | IfStatement
  | SwitchStatement
  | ForStatement
  | ForEachStatement
  | WhileStatement
  | DoWhileStatement
  | TryStatement
  | ReturnStatement
  | ThrowStatement
  | BreakStatement
  | ContinueStatement
  | DmlStatement
  | MergeStatement
  | RunAsStatement;

export interface Block extends Node {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
}

export interface LocalVariable extends Node {
  readonly kind: 'local';
  readonly modifiers: readonly Modifier[];
  readonly type: TypeReference;
  readonly declarators: readonly Declarator[];
}

export interface ExpressionStatement extends Node {
  readonly kind: 'expression';
  readonly expression: Expression;
}

export interface IfStatement extends Node {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Statement;
  readonly otherwise: Statement | null;
}

export interface SwitchStatement extends Node {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly cases: readonly SwitchCase[];
  readonly otherwise: Block | null;
}

export interface SwitchCase extends Node {
  /** `when 1, 2` and `when null`; enum constants come as plain names. */
  readonly values: readonly Expression[];
  /** `when Account a`. */
  readonly binding: { readonly type: TypeReference; readonly name: string } | null;
  readonly body: Block;
}

export interface ForStatement extends Node {
  readonly kind: 'for';
  readonly initializer: LocalVariable | readonly Expression[] | null;
  readonly condition: Expression | null;
  readonly updates: readonly Expression[];
  readonly body: Statement;
}

export interface ForEachStatement extends Node {
  readonly kind: 'forEach';
  readonly type: TypeReference;
  readonly name: string;
  readonly iterable: Expression;
  readonly body: Statement;
}

export interface WhileStatement extends Node {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly body: Statement;
}

export interface DoWhileStatement extends Node {
  readonly kind: 'doWhile';
  readonly condition: Expression;
  readonly body: Statement;
}

export interface CatchClause extends Node {
  readonly type: TypeReference;
  readonly name: string;
  readonly body: Block;
}

export interface TryStatement extends Node {
  readonly kind: 'try';
  readonly body: Block;
  readonly catches: readonly CatchClause[];
  readonly finallyBlock: Block | null;
}

export interface ReturnStatement extends Node {
  readonly kind: 'return';
  readonly value: Expression | null;
}

export interface ThrowStatement extends Node {
  readonly kind: 'throw';
  readonly value: Expression;
}

export interface BreakStatement extends Node {
  readonly kind: 'break';
}

export interface ContinueStatement extends Node {
  readonly kind: 'continue';
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
export type DmlAccess = 'user' | 'system' | null;

export interface DmlStatement extends Node {
  readonly kind: 'dml';
  readonly operation: DmlOperation;
  readonly access: DmlAccess;
  readonly target: Expression;
  /** `upsert records ExternalId__c`: the field as written. */
  readonly externalIdField: string | null;
}

export interface MergeStatement extends Node {
  readonly kind: 'merge';
  readonly access: DmlAccess;
  readonly master: Expression;
  readonly duplicates: Expression;
}

export interface RunAsStatement extends Node {
  readonly kind: 'runAs';
  readonly user: Expression;
  readonly body: Block;
}

// ----------------------------------------------------------------------------------------- expressions

export type Expression =
  | Literal
  | Name
  | FieldAccess
  | IndexAccess
  | MethodCall
  | NewObject
  | NewList
  | NewSet
  | NewMap
  | Cast
  | InstanceOf
  | Unary
  | Binary
  | Assignment
  | Conditional
  | ClassLiteral
  | SoqlExpression
  | SoslExpression
  | This
  | Super;

export interface Literal extends Node {
  readonly kind: 'literal';
  readonly type: 'Integer' | 'Long' | 'Decimal' | 'Double' | 'String' | 'Boolean' | 'null';
  /** Integer and Double: number. Long: bigint. Decimal: its digits as written. String: escapes resolved. */
  readonly value: number | bigint | string | boolean | null;
}

/** A single identifier: a variable, a property, a type or a namespace; the checker decides. */
export interface Name extends Node {
  readonly kind: 'name';
  readonly name: string;
}

export interface FieldAccess extends Node {
  readonly kind: 'fieldAccess';
  readonly target: Expression;
  readonly name: string;
  /** `?.` */
  readonly safe: boolean;
}

export interface IndexAccess extends Node {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
}

export interface MethodCall extends Node {
  readonly kind: 'call';
  /** null: a plain `method(…)`. `this(…)` and `super(…)` have name 'this' or 'super' and target null. */
  readonly target: Expression | null;
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly safe: boolean;
}

export interface NewObject extends Node {
  readonly kind: 'new';
  readonly type: TypeReference;
  readonly arguments: readonly Expression[];
  /** `new Account(Name = 'x')`; null when called with plain arguments. */
  readonly fields: readonly { readonly name: string; readonly value: Expression; readonly position: Position }[] | null;
}

/** `new List<T>{…}`, `new T[]{…}`, `new T[n]`; `new List<T>(x)` is a NewObject. */
export interface NewList extends Node {
  readonly kind: 'newList';
  readonly elementType: TypeReference;
  readonly elements: readonly Expression[];
  readonly size: Expression | null;
}

/** `new Set<T>{…}` */
export interface NewSet extends Node {
  readonly kind: 'newSet';
  readonly elementType: TypeReference;
  readonly elements: readonly Expression[];
}

/** `new Map<K, V>{k => v}` */
export interface NewMap extends Node {
  readonly kind: 'newMap';
  readonly keyType: TypeReference;
  readonly valueType: TypeReference;
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

export interface Cast extends Node {
  readonly kind: 'cast';
  readonly type: TypeReference;
  readonly value: Expression;
}

export interface InstanceOf extends Node {
  readonly kind: 'instanceOf';
  readonly value: Expression;
  readonly type: TypeReference;
}

export interface Unary extends Node {
  readonly kind: 'unary';
  readonly operator: '+' | '-' | '!' | '~' | '++' | '--';
  /** For ++ and --: before (`++i`) or after (`i++`). Other operators are prefix. */
  readonly prefix: boolean;
  readonly operand: Expression;
}

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '<<'
  | '>>'
  | '>>>'
  | '&'
  | '|'
  | '^'
  | '&&'
  | '||'
  | '??'
  | '=='
  | '!='
  | '==='
  | '!=='
  | '<'
  | '<='
  | '>'
  | '>=';

export interface Binary extends Node {
  readonly kind: 'binary';
  /** `<>` comes as '!='. */
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Assignment extends Node {
  readonly kind: 'assign';
  /** null for '='; for `+=` the operator is '+'. */
  readonly operator: '+' | '-' | '*' | '/' | '&' | '|' | '^' | '<<' | '>>' | '>>>' | null;
  readonly target: Expression;
  readonly value: Expression;
}

export interface Conditional extends Node {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** `Foo.class` */
export interface ClassLiteral extends Node {
  readonly kind: 'classLiteral';
  readonly type: TypeReference;
}

export interface SoqlExpression extends Node {
  readonly kind: 'soql';
  /** The query's text between the brackets, each `:expression` replaced by `:b0`, `:b1`, … in order. */
  readonly text: string;
  readonly binds: readonly Expression[];
}

export interface SoslExpression extends Node {
  readonly kind: 'sosl';
  readonly text: string;
  readonly binds: readonly Expression[];
}

export interface This extends Node {
  readonly kind: 'this';
}

export interface Super extends Node {
  readonly kind: 'super';
}
