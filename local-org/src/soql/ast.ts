/** A SOQL query as the engine works with it: conditions as a tree, binds by name, nothing of the parser's own shapes. */

export interface PathExpression {
  readonly kind: 'path';
  readonly parts: readonly string[];
}

export interface CallExpression {
  readonly kind: 'call';
  /** In capitals. */
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** An argument that is no field: `'mi'`, `37.5`. */
export interface ConstantExpression {
  readonly kind: 'constant';
  readonly text: string;
}

export type Expression = PathExpression | CallExpression | ConstantExpression;

export type Value =
  | { readonly kind: 'string'; readonly raw: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'datetime'; readonly text: string }
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly count: number }
  | { readonly kind: 'bind'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'query'; readonly query: Query };

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export interface Comparison {
  readonly kind: 'compare';
  readonly left: Expression;
  readonly operator: ComparisonOperator;
  readonly value: Value;
}

export type Condition =
  | Comparison
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Condition[] }
  | { readonly kind: 'not'; readonly operand: Condition };

export type SelectItem =
  | { readonly kind: 'expression'; readonly expression: Expression; readonly alias: string | null }
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'typeof'; readonly relationship: readonly string[]; readonly branches: readonly TypeOfBranch[] };

export interface TypeOfBranch {
  /** null: ELSE. */
  readonly object: string | null;
  readonly fields: readonly (readonly string[])[];
}

export interface OrderItem {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nulls: 'FIRST' | 'LAST' | null;
}

export type Count = number | { readonly bind: string } | null;

export interface Query {
  readonly select: readonly SelectItem[];
  /** The object, or the child relationship of a sub-query. */
  readonly from: string;
  readonly alias: string | null;
  /** Further aliases of the FROM clause: `FROM Contact c, c.Account a`. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly scope: string | null;
  readonly where: Condition | null;
  readonly access: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | null;
  readonly groupBy: readonly Expression[];
  readonly grouping: 'PLAIN' | 'ROLLUP' | 'CUBE';
  readonly having: Condition | null;
  readonly orderBy: readonly OrderItem[];
  readonly limit: Count;
  readonly offset: Count;
  readonly allRows: boolean;
  /** FOR VIEW | UPDATE | REFERENCE; only UPDATE does something, and only where rows are said to be held. */
  readonly purpose: string | null;
}
