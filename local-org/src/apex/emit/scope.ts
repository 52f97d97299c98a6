import type { ApexType } from '../../values/apexType.js';

/** A local variable or parameter. */
export interface Local {
  readonly name: string;
  readonly js: string;
  readonly type: ApexType;
  readonly nonNull: boolean;
  readonly final: boolean;
}

/** The variables of a block and of those around it. */
export class Scope {
  private readonly locals = new Map<string, Local>();

  constructor(private readonly parent: Scope | null = null) {}

  find(name: string): Local | undefined {
    return this.locals.get(name.toLowerCase()) ?? this.parent?.find(name);
  }

  add(local: Local): void {
    this.locals.set(local.name.toLowerCase(), local);
  }

  /** Everything visible, the nearest of a name first. */
  all(): Map<string, Local> {
    const found = this.parent?.all() ?? new Map<string, Local>();
    for (const [name, local] of this.locals) found.set(name, local);
    return found;
  }
}
