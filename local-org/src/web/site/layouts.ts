import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseXml, type ProjectMetadata, type XmlElement } from '../../metadata/index.js';
import type { FieldInfo, ObjectInfo } from '../../schema/index.js';

/** What an object's pages show, by field name; which of it a user may see is decided later. */
export interface ObjectLayout {
  readonly compact: readonly string[];
  readonly sections: readonly { readonly label: string; readonly columns: readonly (readonly string[])[] }[];
  readonly list: readonly string[];
  /** Of a path; null: none. */
  readonly path: string | null;
}

interface Defaults {
  readonly compact: readonly string[];
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly list: readonly string[];
  readonly path?: string;
}

/** The layouts that a new org has for these objects, as far as the fields exist here (Setup, page layouts and compact layouts). */
const DEFAULTS: Readonly<Record<string, Defaults>> = {
  Campaign: {
    compact: ['Type', 'Status', 'StartDate', 'EndDate', 'OwnerId'],
    left: [
      'OwnerId',
      'Name',
      'IsActive',
      'Type',
      'Status',
      'StartDate',
      'EndDate',
      'ExpectedRevenue',
      'BudgetedCost',
      'ActualCost',
      'ExpectedResponse',
      'NumberSent',
      'ParentId'
    ],
    right: [
      'NumberOfLeads',
      'NumberOfConvertedLeads',
      'NumberOfContacts',
      'NumberOfResponses',
      'NumberOfOpportunities',
      'NumberOfWonOpportunities',
      'AmountAllOpportunities',
      'AmountWonOpportunities'
    ],
    list: ['Name', 'Type', 'Status', 'StartDate', 'NumberOfLeads', 'NumberOfContacts', 'NumberOfResponses'],
    path: 'Status'
  },
  CampaignMember: {
    compact: ['CampaignId', 'Status', 'HasResponded', 'FirstRespondedDate'],
    left: ['CampaignId', 'LeadId', 'ContactId', 'Status', 'HasResponded', 'FirstRespondedDate'],
    right: ['FirstName', 'LastName', 'Title', 'CompanyOrAccount', 'Email', 'Phone', 'LeadSource'],
    list: ['Name', 'Status', 'CompanyOrAccount', 'Type', 'HasResponded', 'FirstRespondedDate']
  },
  Lead: {
    compact: ['Title', 'Company', 'Phone', 'Email', 'Status'],
    left: ['OwnerId', 'Salutation', 'FirstName', 'LastName', 'Company', 'Title', 'LeadSource', 'Industry', 'AnnualRevenue'],
    right: [
      'Phone',
      'MobilePhone',
      'Email',
      'Website',
      'Status',
      'Rating',
      'NumberOfEmployees',
      'Street',
      'City',
      'State',
      'PostalCode',
      'Country'
    ],
    list: ['Name', 'Company', 'Status', 'Email', 'Phone', 'OwnerId'],
    path: 'Status'
  },
  Contact: {
    compact: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
    left: ['OwnerId', 'Salutation', 'FirstName', 'LastName', 'AccountId', 'Title', 'Department', 'Birthdate', 'ReportsToId', 'LeadSource'],
    right: ['Phone', 'MobilePhone', 'Email', 'MailingStreet', 'MailingCity', 'MailingState', 'MailingPostalCode', 'MailingCountry'],
    list: ['Name', 'AccountId', 'Title', 'Phone', 'Email', 'OwnerId']
  },
  Account: {
    compact: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
    left: ['OwnerId', 'Name', 'ParentId', 'AccountNumber', 'Type', 'Industry', 'AnnualRevenue', 'NumberOfEmployees'],
    right: [
      'Phone',
      'Website',
      'Rating',
      'Ownership',
      'BillingStreet',
      'BillingCity',
      'BillingState',
      'BillingPostalCode',
      'BillingCountry'
    ],
    list: ['Name', 'Phone', 'Type', 'Industry', 'OwnerId']
  },
  Opportunity: {
    compact: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId'],
    left: ['OwnerId', 'Name', 'AccountId', 'Type', 'LeadSource', 'CampaignId'],
    right: ['CloseDate', 'StageName', 'Probability', 'Amount', 'NextStep'],
    list: ['Name', 'AccountId', 'StageName', 'CloseDate', 'Amount', 'OwnerId'],
    path: 'StageName'
  }
};

const SYSTEM_FIELDS = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate'];
/** Fields that no page layout offers. */
const HIDDEN =
  /^(Id|IsDeleted|SystemModstamp|MasterRecordId|LastViewedDate|LastReferencedDate|LastActivityDate|PhotoUrl|Jigsaw\w*|CleanStatus|\w+GeocodeAccuracy|\w*Latitude|\w*Longitude|HasOptedOutOfFax|IndividualId|CurrencyIsoCode)$/;
const COMPACT_FIELDS = 5;

/** Layouts of the project where it has them, the new org's for common standard objects, and all fields for the rest. */
export class Layouts {
  private readonly files: Files;
  private readonly known = new Map<string, ObjectLayout>();

  constructor(metadata: ProjectMetadata) {
    this.files = findFiles(metadata);
  }

  of(object: ObjectInfo): ObjectLayout {
    let layout = this.known.get(object.name);
    if (!layout) this.known.set(object.name, (layout = this.build(object)));
    return layout;
  }

  private build(object: ObjectInfo): ObjectLayout {
    const defaults = DEFAULTS[object.name];
    const custom = shownFields(object).filter((field) => field.custom);
    const own = this.files.layouts.get(object.name)?.flatMap((section) => section.columns.flat());
    const compact = this.files.compact.get(object.name) ?? defaults?.compact ?? (own ?? generic(object)).slice(0, COMPACT_FIELDS);
    return {
      compact: exist(object, compact),
      sections: this.files.layouts.get(object.name) ?? sections(object, defaults, custom),
      list: exist(object, defaults?.list ?? [nameOf(object), ...compact.filter((name) => name !== nameOf(object)), 'CreatedDate']),
      path: defaults?.path ?? null
    };
  }
}

function nameOf(object: ObjectInfo): string {
  return [...object.fields.values()].find((field) => field.nameField)?.name ?? 'Name';
}

function exist(object: ObjectInfo, names: readonly string[]): string[] {
  return [...new Set(names.map((name) => object.field(name)?.name).filter((name): name is string => name !== undefined))];
}

function shownFields(object: ObjectInfo): FieldInfo[] {
  return [...object.fields.values()].filter(
    (field) =>
      !HIDDEN.test(field.name) &&
      !SYSTEM_FIELDS.includes(field.name) &&
      field.type !== 'address' &&
      field.type !== 'location' &&
      field.type !== 'base64'
  );
}

/** The name first, then the object's own fields, then the platform's. */
function generic(object: ObjectInfo): string[] {
  const fields = shownFields(object);
  return [nameOf(object), ...fields.filter((field) => field.custom), ...fields.filter((field) => !field.custom)].map((field) =>
    typeof field === 'string' ? field : field.name
  );
}

function sections(object: ObjectInfo, defaults: Defaults | undefined, custom: readonly FieldInfo[]): ObjectLayout['sections'] {
  const names = [...new Set(generic(object))];
  const half = Math.ceil(names.length / 2);
  const information = defaults ? [defaults.left, defaults.right] : [names.slice(0, half), names.slice(half)];
  const own = defaults ? custom.map((field) => field.name) : [];
  const middle = Math.ceil(own.length / 2);
  return [
    { label: 'Information', columns: information.map((column) => exist(object, column)) },
    ...(own.length > 0 ? [{ label: 'Additional Information', columns: [own.slice(0, middle), own.slice(middle)] }] : []),
    ...(object.field('Description') && defaults ? [{ label: 'Description Information', columns: [['Description']] }] : []),
    {
      label: 'System Information',
      columns: [exist(object, ['CreatedById', 'CreatedDate']), exist(object, ['LastModifiedById', 'LastModifiedDate'])]
    }
  ];
}

interface Files {
  /** Fields of the assigned compact layout by object. */
  readonly compact: ReadonlyMap<string, readonly string[]>;
  readonly layouts: ReadonlyMap<string, ObjectLayout['sections']>;
}

function findFiles(metadata: ProjectMetadata): Files {
  const compact = new Map<string, readonly string[]>();
  const layouts = new Map<string, ObjectLayout['sections']>();
  for (const directory of metadata.packageDirectories) {
    for (const file of walk(path.resolve(metadata.directory, directory))) {
      if (file.endsWith('.layout-meta.xml')) {
        const object = decodeURIComponent(path.basename(file)).split('-')[0];
        if (!layouts.has(object)) layouts.set(object, layoutSections(read(file)));
      } else if (file.endsWith('.compactLayout-meta.xml')) {
        const object = path.basename(path.dirname(path.dirname(file)));
        const name = path.basename(file, '.compactLayout-meta.xml');
        const assigned = metadata.objects.find((source) => source.name === object)?.definition?.text('compactLayoutAssignment');
        if (assigned === name || (!assigned && !compact.has(object))) compact.set(object, read(file).texts('fields'));
      }
    }
  }
  return { compact, layouts };
}

function layoutSections(layout: XmlElement): ObjectLayout['sections'] {
  return layout
    .all('layoutSections')
    .filter((section) => section.text('style') !== 'CustomLinks')
    .map((section) => ({
      label: section.text('label') ?? '',
      columns: section.all('layoutColumns').map((column) => column.all('layoutItems').flatMap((item) => item.text('field') ?? []))
    }))
    .filter((section) => section.columns.some((column) => column.length > 0));
}

function read(file: string): XmlElement {
  return parseXml(readFileSync(file, 'utf8'), file);
}

function walk(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return entry.name === 'node_modules' || entry.name === 'lwc' || entry.name === 'classes'
        ? []
        : walk(path.join(directory, entry.name));
    return /\.(layout|compactLayout)-meta\.xml$/.test(entry.name) ? [path.join(directory, entry.name)] : [];
  });
}
