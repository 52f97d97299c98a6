import type { ObjectInfo } from '../schema/model.js';
import type { SObject } from '../values/index.js';
import type { Dml } from './dml.js';
import type { Row } from './row.js';

/**
 * What an object does by itself. Every hook gets all rows of a chunk at once and must not query row by row; rows that failed before are left
 * out. `data` knows objects only through these.
 */
export interface ObjectBehaviour {
  /** API names of the objects it is for, or a test. */
  readonly objects: readonly string[] | ((object: ObjectInfo) => boolean);
  /** Fields that must have a value beside those that the schema says. */
  readonly required?: readonly string[];
  /** Insert: fills values that before triggers see already. */
  defaults?(rows: readonly Row[], dml: Dml): void;
  /** After before triggers and before validation: works out what the platform keeps by itself, refuses rows. */
  beforeSave?(rows: readonly Row[], dml: Dml): void;
  /** After validation, when rows are about to be written: the place for checks that need valid rows. */
  checked?(rows: readonly Row[], dml: Dml): void;
  /** The rows are written, after triggers have not run. */
  afterSave?(rows: readonly Row[], dml: Dml): void;
  /** After before-delete triggers: refuses rows. */
  beforeDelete?(rows: readonly Row[], dml: Dml): void;
  /** Records are gone, whether deleted themselves or with their parent. */
  removed?(records: readonly SObject[], dml: Dml): void;
  /** Records are back from the recycle bin. */
  restored?(records: readonly SObject[], dml: Dml): void;
  /** A merge is about to give the duplicates' children to the master: drops what may not be there twice. */
  merging?(masterId: string, duplicateIds: readonly string[], dml: Dml): void;
}

/** Finds the behaviours of an object. */
export class Behaviours {
  private readonly found = new WeakMap<ObjectInfo, readonly ObjectBehaviour[]>();

  constructor(private readonly all: readonly ObjectBehaviour[]) {}

  of(object: ObjectInfo): readonly ObjectBehaviour[] {
    let behaviours = this.found.get(object);
    if (!behaviours) this.found.set(object, (behaviours = this.all.filter((behaviour) => isFor(behaviour, object))));
    return behaviours;
  }
}

function isFor({ objects }: ObjectBehaviour, object: ObjectInfo): boolean {
  return typeof objects === 'function' ? objects(object) : objects.includes(object.name);
}
