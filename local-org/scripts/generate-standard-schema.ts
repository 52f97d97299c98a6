/**
 * Writes data/standard-objects.json from a dump of the platform's SObject types (`{object: {member: Apex type}}`, gzipped JSON; see the README
 * beside the output for its origin):
 *
 *   npx tsx scripts/generate-standard-schema.ts DUMP.json.gz
 *
 * Kept are the objects listed in src/schema/standard/names.ts, fields without feature-bound ones, and the child relationships between kept objects.
 * Output: `{"Campaign": {"fields": {"Name": "String", "ParentId": "Id Parent Campaign"}, "children": {"CampaignMembers": "CampaignMember.CampaignId"}}}`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { COMPANION_SUFFIXES, isFeatureField, STANDARD_OBJECTS } from '../src/schema/standard/names.js';

type Dump = Record<string, Record<string, string>>;

/** Where the names alone do not tell (object reference). */
const FOREIGN_KEYS: Readonly<Record<string, string>> = {
  'Account.AccountPartnersTo': 'AccountToId',
  'Account.Assets': 'AccountId',
  'Account.PartnersTo': 'AccountToId',
  'Account.ProvidedAssets': 'AssetProvidedById',
  'Account.ServicedAssets': 'AssetServicedById',
  'Asset.ChildAssets': 'ParentId',
  'Case.Emails': 'ParentId',
  'Case.EmailMessages': 'ParentId',
  'Contact.ContractsSigned': 'CustomerSignedId',
  'User.ContractsSigned': 'CompanySignedId',
  'User.DelegatedUsers': 'DelegatedApproverId',
  'User.FeedSubscriptions': 'SubscriberId',
  'User.FeedSubscriptionsForEntity': 'ParentId',
  'User.ManagedUsers': 'ManagerId',
  'Lead.PersonEmailMessageRelations': 'RelationId'
};

/** Activities of a person hang on WhoId, those of anything else on WhatId. */
const PEOPLE = new Set(['Contact', 'Lead']);
const ACTIVITIES = new Set(['Task', 'Event', 'ActivityHistory', 'OpenActivity']);

const source = process.argv[2];
if (!source) throw new Error('Usage: generate-standard-schema DUMP.json.gz');
const dump = JSON.parse(gunzipSync(readFileSync(source)).toString('utf8')) as Dump;

const kept = Object.keys(dump).filter(isKept).sort();
const keptSet = new Set(kept);
const missing = [...STANDARD_OBJECTS].filter((name) => !(name in dump));
if (missing.length) throw new Error(`Not in the dump: ${missing.join(', ')}`);

const lines = kept.map((name) => `${JSON.stringify(name)}: ${JSON.stringify({ fields: fieldsOf(name), children: childrenOf(name) })}`);
writeFileSync(new URL('../data/standard-objects.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);

function isKept(name: string): boolean {
  if (STANDARD_OBJECTS.has(name)) return true;
  return COMPANION_SUFFIXES.some((suffix) => name.endsWith(suffix) && STANDARD_OBJECTS.has(name.slice(0, -suffix.length)));
}

function isField(type: string): boolean {
  return !type.endsWith('[]') && (!type.startsWith('SObjects.') || type === 'SObjects.Address' || type === 'SObjects.Location');
}

/** `Id Owner User`: type, relationship, target; the target is `*` where the dump only says "some record". */
function fieldsOf(name: string): Record<string, string> {
  const members = dump[name];
  const fields: Record<string, string> = {};
  for (const [member, type] of Object.entries(members)) {
    if (!isField(type) || isFeatureField(name, member) || (type === 'System.SObject' && `${member}Id` in members)) continue;
    const simple = type.replace(/^(System|SObjects|java\.lang)\./, '');
    const relationship = simple === 'Id' && member.endsWith('Id') ? member.slice(0, -2) : null;
    const target = relationship ? members[relationship] : undefined;
    fields[member] = (target && !isField(target)) || target === 'System.SObject' ? `Id ${relationship} ${targetName(target)}` : simple;
  }
  return fields;
}

function targetName(type: string): string {
  const name = type.replace(/^(System|SObjects)\./, '');
  return name === 'Name' || name === 'SObject' ? '*' : name;
}

/** Each child relationship with the field of the child that makes it: the one that points here, or, of several, the one named alike. */
function childrenOf(name: string): Record<string, string> {
  const children: Record<string, string> = {};
  for (const [relationship, type] of Object.entries(dump[name])) {
    const child = /^SObjects\.(\w+)\[\]$/.exec(type)?.[1];
    if (!child || !keptSet.has(child)) continue;
    const field = foreignKey(name, relationship, child);
    if (field) children[relationship] = `${child}.${field}`;
  }
  return children;
}

function foreignKey(parent: string, relationship: string, child: string): string | null {
  const known = FOREIGN_KEYS[`${parent}.${relationship}`];
  if (known) return known;
  if (parent === 'Account' && relationship.startsWith('Person')) return null;
  const candidates = Object.entries(fieldsOf(child)).flatMap(([field, type]) => {
    const [, , target] = type.split(' ');
    const audit = /^(CreatedBy|LastModifiedBy)Id$/.test(field);
    return !audit && (target === parent || target === '*') ? [{ field, exact: target === parent }] : [];
  });
  const exact = candidates.filter((candidate) => candidate.exact);
  if (ACTIVITIES.has(child) && !exact.length) return PEOPLE.has(parent) ? 'WhoId' : 'WhatId';
  const pool = exact.length ? exact : candidates.filter((candidate) => !/Owner|UserOrGroup/.test(candidate.field));
  if (pool.length <= 1) return pool[0]?.field ?? null;
  const stem = relationship.toLowerCase().replace(/(ies|s)$/, '');
  const preferred =
    pool.find((candidate) => candidate.field.toLowerCase().startsWith(stem)) ??
    pool.find((candidate) => candidate.field === `${parent}Id`) ??
    pool.find((candidate) => ['ParentId', 'LinkedEntityId', 'EntityId', 'TargetObjectId'].includes(candidate.field));
  return (preferred ?? pool[0]).field;
}
