import type { ObjectRight, RunningUser, SqlValue, Store } from '../org/contracts.js';
import { quoted } from '../store/index.js';
import type { FieldInfo, ObjectInfo, Schema } from '../schema/model.js';
import { mainObject } from './governing.js';
import type { Grants } from './grants.js';

export type RecordRight = 'read' | 'edit' | 'delete';

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** What sharing asks of the rest of access control. */
export interface SharingRights {
  grants(user: RunningUser): Grants;
  /** Modify All Data, or View All Data for reading. */
  seesEverything(user: RunningUser, right: RecordRight): boolean;
  canObject(user: RunningUser, object: ObjectInfo, right: ObjectRight): boolean;
}

const NOTHING: Condition = { sql: '0', parameters: [] };

/** Parents of details that are controlled by more than their cascading parent, or by none that cascades. */
const CONTROLLERS: Readonly<Record<string, readonly string[]>> = {
  CampaignMember: ['CampaignId', 'LeadId', 'ContactId'],
  Contact: ['AccountId'],
  Asset: ['AccountId', 'ContactId'],
  Order: ['AccountId'],
  PricebookEntry: ['Pricebook2Id'],
  ContentVersion: ['ContentDocumentId'],
  AccountContactRelation: ['AccountId', 'ContactId'],
  Quote: ['OpportunityId']
};

/**
 * Record visibility as SQL: organization-wide default, owner, role hierarchy, queues and groups, share rows, parents. Account teams, sharing
 * rules and implicit parent access are not part of it.
 */
export class Sharing {
  constructor(
    private readonly store: Store,
    private readonly schema: Schema,
    private readonly rights: SharingRights
  ) {}

  /** null: the user has that access to every record of the object. */
  filter(user: RunningUser, info: ObjectInfo, alias: string, right: RecordRight, depth = 0): Condition | null {
    if (this.rights.seesEverything(user, right)) return null;
    const main = mainObject(this.schema, info);
    if (main) return this.throughParent(user, info, alias, parentKey(info, main), [main], right, depth, false);
    if (this.rights.canObject(user, info, right === 'read' ? 'viewAll' : 'modifyAll')) return null;
    if (info.name === 'User') return right === 'read' ? null : { sql: `${alias}."Id" = ?`, parameters: [user.id] };
    switch (info.sharingModel) {
      case 'FullAccess':
        return null;
      case 'ReadWrite':
        return right === 'delete' ? this.owned(user, info, alias, right) : null;
      case 'Read':
        return right === 'read' ? null : this.owned(user, info, alias, right);
      case 'Private':
        return this.isActivity(info) ? this.activity(user, info, alias, right, depth) : this.owned(user, info, alias, right);
      case 'ControlledByParent':
        return this.controlled(user, info, alias, right, depth);
    }
  }

  /** Records of the user, of users below, of the user's queues, and those shared with any of them. Objects without an owner are everybody's. */
  private owned(user: RunningUser, info: ObjectInfo, alias: string, right: RecordRight): Condition | null {
    if (!info.field('OwnerId')) return null;
    const { principals, subordinates } = this.rights.grants(user);
    const owners = JSON.stringify([...principals, ...subordinates]);
    const owner: Condition = { sql: `${alias}."OwnerId" IN (SELECT value FROM json_each(?))`, parameters: [owners] };
    return anyOf([owner, this.shared(info, alias, right, owners)]);
  }

  private shared(info: ObjectInfo, alias: string, right: RecordRight, principals: string): Condition {
    const share = this.schema.object(info.name.endsWith('__c') ? info.name.replace(/__c$/, '__Share') : `${info.name}Share`);
    if (share?.kind !== 'share') return NOTHING;
    this.store.ensure(share);
    const key = parentKey(share, info);
    const level = share.field('AccessLevel') ?? share.field(`${info.name}AccessLevel`);
    if (!key || !level) return NOTHING;
    const levels = { read: `'Read', 'Edit', 'All'`, edit: `'Edit', 'All'`, delete: `'All'` }[right];
    return {
      sql: `${alias}."Id" IN (SELECT ${quoted(key.name)} FROM ${quoted(share.name)} WHERE "IsDeleted" = 0 AND "UserOrGroupId" IN (SELECT value FROM json_each(?)) AND ${quoted(level.name)} IN (${levels}))`,
      parameters: [principals]
    };
  }

  private isActivity(info: ObjectInfo): boolean {
    return info.name === 'Task' || info.name === 'Event';
  }

  /** Private activities are seen by who sees the record they are about (Salesforce help, organization-wide default of activities). */
  private activity(user: RunningUser, info: ObjectInfo, alias: string, right: RecordRight, depth: number): Condition | null {
    const owned = this.owned(user, info, alias, right)!;
    if (right !== 'read') return owned;
    const about = ['WhoId', 'WhatId']
      .map((name) => info.field(name)!)
      .map((field) => this.parentCondition(user, alias, field, field.referenceTo, right, depth));
    return anyOf([owned, ...about]);
  }

  private controlled(user: RunningUser, info: ObjectInfo, alias: string, right: RecordRight, depth: number): Condition | null {
    const named = CONTROLLERS[info.name]?.flatMap((name) => info.field(name) ?? []);
    const masters = [...info.fields.values()].filter((field) => field.type === 'reference' && field.masterDetail);
    const cascading = [...info.fields.values()].filter((field) => field.type === 'reference' && field.cascadeDelete);
    const keys = named ?? (masters.length ? masters : cascading.length ? cascading : polymorphicParent(info));
    if (info.name === 'ContentDocument') return this.document(user, info, alias, right, depth);
    const parentRight: RecordRight = right === 'delete' ? 'edit' : right;
    const conditions = keys.flatMap(
      (field) => this.throughParent(user, info, alias, field, this.targets(field), parentRight, depth, true) ?? []
    );
    return allOf(conditions);
  }

  private targets(field: FieldInfo): ObjectInfo[] {
    return field.referenceTo.flatMap((name) => this.schema.object(name) ?? []);
  }

  /** Records whose parent the user has access to. Without a parent: the owner's, where there is an owner, else everybody's. */
  private throughParent(
    user: RunningUser,
    info: ObjectInfo,
    alias: string,
    key: FieldInfo | null,
    targets: readonly ObjectInfo[],
    right: RecordRight,
    depth: number,
    mayBeEmpty: boolean
  ): Condition | null {
    if (!key || depth > 4) return null;
    const column = `${alias}.${quoted(key.name)}`;
    const restricted = this.restrictedParents(user, column, targets, right, depth);
    const owned = mayBeEmpty && info.sharingModel === 'ControlledByParent' && key.nillable ? this.owned(user, info, alias, right) : null;
    if (owned) {
      const withParent = allOf([{ sql: `${column} IS NOT NULL`, parameters: [] }, ...restricted])!;
      return anyOf([withParent, { sql: `(${column} IS NULL AND ${owned.sql})`, parameters: owned.parameters }]);
    }
    if (!restricted.length) return null;
    return mayBeEmpty ? anyOf([{ sql: `${column} IS NULL`, parameters: [] }, allOf(restricted)!]) : allOf(restricted);
  }

  private parentCondition(
    user: RunningUser,
    alias: string,
    field: FieldInfo,
    targets: readonly string[],
    right: RecordRight,
    depth: number
  ): Condition {
    const column = `${alias}.${quoted(field.name)}`;
    const infos = targets.flatMap((name) => this.schema.object(name) ?? []);
    return allOf([{ sql: `${column} IS NOT NULL`, parameters: [] }, ...this.restrictedParents(user, column, infos, right, depth)])!;
  }

  /** One condition for each target whose records are not all accessible: a key of that object must be among the accessible ones. */
  private restrictedParents(
    user: RunningUser,
    column: string,
    targets: readonly ObjectInfo[],
    right: RecordRight,
    depth: number
  ): Condition[] {
    return targets.flatMap((target, index) => {
      const inner = `p${depth}_${index}`;
      const condition = this.filter(user, target, inner, right, depth + 1);
      if (!condition) return [];
      this.store.ensure(target);
      const accessible = `${column} IN (SELECT ${inner}."Id" FROM ${quoted(target.name)} AS ${inner} WHERE ${condition.sql})`;
      const sql = targets.length === 1 ? accessible : `(substr(${column}, 1, 3) <> '${target.keyPrefix}' OR ${accessible})`;
      return [{ sql, parameters: condition.parameters }];
    });
  }

  /** Files are their owner's and those of everyone they are linked to, directly or through a record. */
  private document(user: RunningUser, info: ObjectInfo, alias: string, right: RecordRight, depth: number): Condition | null {
    const owned = this.owned(user, info, alias, right)!;
    if (right === 'delete') return owned;
    const link = this.schema.object('ContentDocumentLink')!;
    this.store.ensure(link);
    const key = link.field('LinkedEntityId')!;
    const targets = this.targets(key).filter((target) => target.name !== 'User');
    const inner = `l${depth}`;
    const column = `${inner}."LinkedEntityId"`;
    const linked = allOf([
      { sql: `substr(${column}, 1, 3) <> '005'`, parameters: [] },
      ...this.restrictedParents(user, column, targets, right, depth)
    ])!;
    const mine: Condition = {
      sql: `${column} IN (SELECT value FROM json_each(?))`,
      parameters: [JSON.stringify(this.rights.grants(user).principals)]
    };
    const some = anyOf([mine, linked]);
    return anyOf([
      owned,
      {
        sql: `EXISTS (SELECT 1 FROM "ContentDocumentLink" AS ${inner} WHERE ${inner}."ContentDocumentId" = ${alias}."Id" AND ${inner}."IsDeleted" = 0 AND ${some.sql})`,
        parameters: some.parameters
      }
    ]);
  }
}

/** The field of a share, history or feed that names its record. */
function parentKey(info: ObjectInfo, main: ObjectInfo): FieldInfo | null {
  return (
    info.field('ParentId') ??
    info.field(`${main.name}Id`) ??
    [...info.fields.values()].find((field) => field.referenceTo.includes(main.name)) ??
    null
  );
}

function polymorphicParent(info: ObjectInfo): FieldInfo[] {
  const field = info.field('ParentId') ?? info.field('LinkedEntityId');
  return field ? [field] : [];
}

function anyOf(conditions: readonly Condition[]): Condition {
  return { sql: `(${conditions.map(({ sql }) => sql).join(' OR ')})`, parameters: conditions.flatMap(({ parameters }) => parameters) };
}

function allOf(conditions: readonly Condition[]): Condition | null {
  if (!conditions.length) return null;
  return { sql: `(${conditions.map(({ sql }) => sql).join(' AND ')})`, parameters: conditions.flatMap(({ parameters }) => parameters) };
}
