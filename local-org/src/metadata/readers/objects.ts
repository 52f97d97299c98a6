import type { ObjectPart, ObjectSource } from '../model.js';
import type { XmlElement } from '../xml.js';

/** The parts of a CustomObject that have a file of their own in source format, and an element inside the object in metadata format. */
const PARTS = { fields: 'fields', recordTypes: 'recordTypes', fieldSets: 'fieldSets', validationRules: 'validationRules' } as const;
export type PartName = keyof typeof PARTS;

/** File suffix → the part it holds. */
export const PART_SUFFIXES: Readonly<Record<string, PartName>> = {
  field: 'fields',
  recordType: 'recordTypes',
  fieldSet: 'fieldSets',
  validationRule: 'validationRules'
};

interface Draft {
  name: string;
  file: string;
  definition: XmlElement | null;
  parts: Record<PartName, Map<string, ObjectPart>>;
}

/** Puts objects together from files in any order; a package directory that comes later adds to, and replaces parts of, an earlier one's. */
export class ObjectCollector {
  private readonly drafts = new Map<string, Draft>();

  addObject(name: string, file: string, root: XmlElement): void {
    const draft = this.draft(name, file);
    draft.definition = draft.definition && root.children.length < draft.definition.children.length ? draft.definition : root;
    for (const part of Object.keys(PARTS) as PartName[]) {
      for (const element of root.all(part)) this.addPart(name, file, part, element.text('fullName') ?? '', element);
    }
  }

  addPart(object: string, file: string, part: PartName, name: string, element: XmlElement): void {
    this.draft(object, file).parts[part].set(name.toLowerCase(), { name, file, element });
  }

  sources(): ObjectSource[] {
    return [...this.drafts.values()].map((draft) => ({
      name: draft.name,
      file: draft.file,
      definition: draft.definition,
      fields: [...draft.parts.fields.values()],
      recordTypes: [...draft.parts.recordTypes.values()],
      fieldSets: [...draft.parts.fieldSets.values()],
      validationRules: [...draft.parts.validationRules.values()]
    }));
  }

  private draft(name: string, file: string): Draft {
    const key = name.toLowerCase();
    let draft = this.drafts.get(key);
    if (!draft) {
      const parts = { fields: new Map(), recordTypes: new Map(), fieldSets: new Map(), validationRules: new Map() };
      this.drafts.set(key, (draft = { name, file, definition: null, parts }));
    }
    return draft;
  }
}
