import type { FieldInfo, ObjectInfo } from '../../local-org/src/schema/index.js';
import type { ProjectSchema } from './schema.js';

type PermissionSet = ProjectSchema['metadata']['permissionSets'][number];

/** Reading these is possible only with read access to the other object (the deployment's "depends on permission(s)"). */
const NEEDS: Readonly<Record<string, string>> = { Contact: 'Account', Opportunity: 'Account' };

/** What permission sets say of objects and fields, against those that there are. */
export function permissionErrors(org: ProjectSchema): string[] {
  return org.metadata.permissionSets.flatMap((set) =>
    [...objectErrors(set, org), ...fieldErrors(set, org)].map((error) => `${set.file}: ${error}`)
  );
}

function objectErrors(set: PermissionSet, { schema }: ProjectSchema): string[] {
  const readable = new Set(set.objects.filter((each) => each.read).map((each) => each.object));
  return set.objects.flatMap((permission) => {
    const object = schema.object(permission.object);
    if (!object) return [`there is no object ${permission.object}`];
    // Not one of 575 public permission sets grants these: access follows from the campaign and from the lead or contact.
    if (/^CampaignMember(Status)?$/.test(object.name)) return [`no permission set can grant access to ${object.name}`];
    const { create, read, edit, delete: remove, viewAll, modifyAll } = permission;
    const needs = [NEEDS[object.name], ...masters(object)].filter((name) => name !== undefined && read && !readable.has(name));
    return [
      ...needs.map((name) => `read on ${object.name} needs read on ${name}`),
      ...((create || edit || remove || viewAll || modifyAll) && !read ? [`${object.name}: every right needs allowRead`] : []),
      ...((remove || modifyAll) && !edit ? [`${object.name}: allowDelete and modifyAllRecords need allowEdit`] : [])
    ];
  });
}

function masters(object: ObjectInfo): string[] {
  return [...object.fields.values()].filter((field) => field.masterDetail).flatMap((field) => field.referenceTo);
}

function fieldErrors(set: PermissionSet, { schema }: ProjectSchema): string[] {
  const seen = new Set<string>();
  return set.fields.flatMap((permission) => {
    const name = `${permission.object}.${permission.field}`;
    const field = schema.object(permission.object)?.field(permission.field);
    if (!field) return [`there is no field ${name}`];
    if (seen.has(name)) return [`${name} is granted twice`];
    seen.add(name);
    if (!field.permissionable) return [`${name} has no field permission: ${whyNot(field)}`];
    if (permission.editable && (field.calculated || field.autoNumber !== null)) return [`${name} is calculated, so it can't be editable`];
    return permission.editable && !permission.readable ? [`${name}: editable needs readable`] : [];
  });
}

function whyNot(field: FieldInfo): string {
  if (field.masterDetail) return 'a master-detail field follows its object';
  return field.nillable ? 'access to it follows from its object' : 'a required field follows its object';
}
