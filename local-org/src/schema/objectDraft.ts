import type {
  ChildRelationship,
  FieldInfo,
  FieldSetInfo,
  ObjectInfo,
  ObjectKind,
  RecordTypeInfo,
  SharingModel,
  ValidationRuleInfo
} from './model.js';

/** An object while the schema is being put together; afterwards it is only seen as ObjectInfo. */
export class ObjectDraft implements ObjectInfo {
  label: string;
  labelPlural: string;
  keyPrefix: string | null = null;
  custom = false;
  kind: ObjectKind = 'standard';
  readonly fields = new Map<string, FieldInfo>();
  children: ChildRelationship[] = [];
  recordTypes: RecordTypeInfo[] = [];
  validationRules: ValidationRuleInfo[] = [];
  fieldSets: FieldSetInfo[] = [];
  sharingModel: SharingModel = 'ReadWrite';
  createable = true;
  updateable = true;
  deletable = true;
  queryable = true;
  triggerable = true;
  undeletable = true;
  mergeable = false;

  private relationships: Map<string, FieldInfo> | null = null;
  private childrenByName: Map<string, ChildRelationship> | null = null;

  constructor(readonly name: string) {
    this.label = name;
    this.labelPlural = `${name}s`;
  }

  add(field: FieldInfo): void {
    this.fields.set(field.name.toLowerCase(), field);
    this.relationships = null;
  }

  /** Replaces parts of a field that exists. */
  change(name: string, changes: Partial<FieldInfo>): void {
    const field = this.fields.get(name.toLowerCase());
    if (field) this.add({ ...field, ...changes });
  }

  /** Adds, or replaces the relationship of the same name. */
  addChild(child: ChildRelationship): void {
    this.children = [...this.children.filter((known) => !known.name || known.name !== child.name), child];
    this.childrenByName = null;
  }

  field(name: string): FieldInfo | undefined {
    return this.fields.get(name.toLowerCase());
  }

  relationship(name: string): FieldInfo | undefined {
    this.relationships ??= new Map(
      [...this.fields.values()].flatMap((field) => (field.relationshipName ? [[field.relationshipName.toLowerCase(), field] as const] : []))
    );
    return this.relationships.get(name.toLowerCase());
  }

  child(relationshipName: string): ChildRelationship | undefined {
    this.childrenByName ??= new Map(this.children.flatMap((child) => (child.name ? [[child.name.toLowerCase(), child] as const] : [])));
    return this.childrenByName.get(relationshipName.toLowerCase());
  }
}
