import { compare, toText, type ApexDecimal } from '../values/index.js';
import type { Group } from './groups.js';

/** What is known of one summarized column in some rows. */
export interface Part {
  readonly sum: ApexDecimal | null;
  /** Rows whose value is not empty. */
  readonly count: number;
  readonly minimum: unknown;
  readonly maximum: unknown;
  /** The one value that all of the rows share; undefined where values are not told apart. */
  readonly unique?: unknown;
}

/** Rows of one group at every grouping. */
export interface Fact {
  /** Down, then across. */
  readonly groups: readonly Group[];
  readonly rows: number;
  /** By column. */
  readonly parts: ReadonlyMap<string, Part>;
}

/** The sum of facts in one cell of a report. */
export class Total {
  rows = 0;
  private readonly columns = new Map<string, ColumnTotal>();

  add(fact: Fact): void {
    this.rows += fact.rows;
    for (const [column, part] of fact.parts) {
      let total = this.columns.get(column);
      if (!total) this.columns.set(column, (total = new ColumnTotal()));
      total.add(part);
    }
  }

  column(name: string): ColumnTotal {
    return this.columns.get(name) ?? new ColumnTotal();
  }
}

export class ColumnTotal {
  sum: ApexDecimal | null = null;
  count = 0;
  minimum: unknown = null;
  maximum: unknown = null;
  readonly uniques = new Set<string>();

  add(part: Part): void {
    this.count += part.count;
    if (part.sum !== null) this.sum = this.sum?.add(part.sum) ?? part.sum;
    if (part.minimum !== null && (this.minimum === null || compare(part.minimum, this.minimum) < 0)) this.minimum = part.minimum;
    if (part.maximum !== null && (this.maximum === null || compare(part.maximum, this.maximum) > 0)) this.maximum = part.maximum;
    if (part.unique !== undefined && part.unique !== null) {
      this.uniques.add(typeof part.unique === 'string' ? part.unique.toLowerCase() : toText(part.unique));
    }
  }
}

/** A group and those inside it. */
export class Node {
  readonly children: Node[] = [];
  private readonly byKey = new Map<string, Node>();
  /** `0_2`: its place among the sorted groups; `T` for all. */
  key = 'T';

  constructor(
    readonly id: number,
    readonly group: Group | null,
    readonly parent: Node | null
  ) {}

  get depth(): number {
    return this.parent ? this.parent.depth + 1 : 0;
  }

  child(group: Group, newId: () => number): Node {
    let node = this.byKey.get(group.key);
    if (!node) {
      node = new Node(newId(), group, this);
      this.byKey.set(group.key, node);
      this.children.push(node);
    }
    return node;
  }
}

/** Groups down and across with the totals of every pair of them. */
export class Totals {
  private ids = 0;
  readonly down = new Node(this.ids++, null, null);
  readonly across = new Node(this.ids++, null, null);
  private readonly cells = new Map<string, Total>();

  constructor(private readonly depthDown: number) {}

  add(fact: Fact): void {
    const { down, across } = this.path(fact.groups);
    for (let d: Node | null = down; d; d = d.parent) for (let a: Node | null = across; a; a = a.parent) this.make(d, a).add(fact);
  }

  /** The innermost groups of a row. */
  path(groups: readonly Group[]): { down: Node; across: Node } {
    const newId = (): number => this.ids++;
    const walk = (from: Node, path: readonly Group[]): Node => path.reduce((node, group) => node.child(group, newId), from);
    return { down: walk(this.down, groups.slice(0, this.depthDown)), across: walk(this.across, groups.slice(this.depthDown)) };
  }

  total(down: Node, across: Node): Total {
    return this.cells.get(`${down.id}!${across.id}`) ?? new Total();
  }

  /** Puts the groups of each level in order and gives them their keys. */
  sort(order: (depth: number, axis: 'down' | 'across') => (a: Node, b: Node) => number): void {
    const visit = (node: Node, axis: 'down' | 'across'): void => {
      node.children.sort(order(node.depth, axis));
      node.children.forEach((child, index) => {
        child.key = node.key === 'T' ? String(index) : `${node.key}_${index}`;
        visit(child, axis);
      });
    };
    visit(this.down, 'down');
    visit(this.across, 'across');
  }

  private make(down: Node, across: Node): Total {
    const key = `${down.id}!${across.id}`;
    let total = this.cells.get(key);
    if (!total) this.cells.set(key, (total = new Total()));
    return total;
  }
}
