import { createHash } from 'node:crypto';
import type { Dml, ObjectBehaviour, Row } from '../data/index.js';
import { ApexBlob, SObject } from '../values/index.js';
import { idsOf, textOf } from './text.js';

/** File types by extension where they differ from the extension in capitals (object reference, ContentVersion.FileType). */
const TYPES: Readonly<Record<string, string>> = {
  doc: 'WORD',
  docx: 'WORD_X',
  xls: 'EXCEL',
  xlsx: 'EXCEL_X',
  ppt: 'POWER_POINT',
  pptx: 'POWER_POINT_X',
  txt: 'TEXT',
  jpeg: 'JPG'
};

export const contentVersion: ObjectBehaviour = {
  objects: ['ContentVersion'],
  defaults(rows) {
    for (const { record } of rows) {
      const path = textOf(record, 'PathOnClient');
      if (path !== null && textOf(record, 'Title') === null)
        record.values.set(
          'Title',
          path
            .split(/[\\/]/)
            .pop()!
            .replace(/\.[^.]*$/, '')
        );
    }
  },
  beforeSave(rows, dml) {
    const documents = idsOf(
      rows.filter((row) => row.old === null).map((row) => row.record),
      'ContentDocumentId'
    );
    const earlier = dml.where('ContentVersion', 'ContentDocumentId', documents);
    for (const row of rows) {
      describeFile(row);
      if (row.old !== null) continue;
      // Files in the org need content; public tests rely on an empty file being refused.
      if (row.record.values.get('ContentSize') === 0 && textOf(row.record, 'ContentUrl') === null) {
        row.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [VersionData]', ['VersionData']);
      }
      const mine = earlier.filter((version) => textOf(version, 'ContentDocumentId') === textOf(row.record, 'ContentDocumentId'));
      row.record.values.set('VersionNumber', String(mine.length + 1));
      row.record.values.set('IsLatest', true);
    }
  },
  afterSave(rows, dml) {
    const created = rows.filter((row) => row.old === null);
    if (created.length > 0) publish(created, dml);
  }
};

function describeFile({ record }: Row): void {
  const extension = /\.([^.\\/]+)$/.exec(textOf(record, 'PathOnClient') ?? '')?.[1]?.toLowerCase() ?? null;
  const data = record.values.get('VersionData');
  const bytes = data instanceof ApexBlob ? data.bytes : new Uint8Array();
  record.values.set('FileExtension', extension);
  record.values.set('FileType', extension === null ? 'UNKNOWN' : (TYPES[extension] ?? extension.toUpperCase()));
  record.values.set('ContentSize', bytes.length);
  record.values.set('Checksum', createHash('md5').update(bytes).digest('hex'));
}

/** A first version makes its document, shared with its owner and the record it is first published to; a later one becomes the latest. */
function publish(rows: readonly Row[], dml: Dml): void {
  const later = rows.filter((row) => textOf(row.record, 'ContentDocumentId') !== null);
  const first = rows.filter((row) => textOf(row.record, 'ContentDocumentId') === null);
  const documents = first.map(({ record }) => documentOf(dml, record));
  dml.insert('ContentDocument', documents);
  first.forEach(({ record }, i) => record.values.set('ContentDocumentId', documents[i].id));
  dml.update(
    'ContentVersion',
    first.map((row) => row.record),
    ['ContentDocumentId']
  );
  dml.insert(
    'ContentDocumentLink',
    first.flatMap(({ record }) => {
      const target = textOf(record, 'FirstPublishLocationId');
      const owner = link(dml, record, textOf(record, 'OwnerId')!, 'I');
      return target === null ? [owner] : [owner, link(dml, record, target, 'V')];
    })
  );
  if (later.length === 0) return;
  const ids = JSON.stringify(later.map((row) => [textOf(row.record, 'ContentDocumentId'), row.record.id]));
  dml.run(
    `UPDATE "ContentVersion" SET "IsLatest" = 0 FROM json_each(?) AS l
     WHERE "ContentVersion"."ContentDocumentId" = l.value ->> 0 AND "ContentVersion"."Id" <> l.value ->> 1`,
    [ids]
  );
  dml.table('ContentDocument');
  dml.run(
    `UPDATE "ContentDocument" SET "LatestPublishedVersionId" = v."Id", "Title" = v."Title", "ContentSize" = v."ContentSize", "FileType" = v."FileType", "FileExtension" = v."FileExtension"
     FROM json_each(?) AS l JOIN "ContentVersion" AS v ON v."Id" = l.value ->> 1 WHERE "ContentDocument"."Id" = l.value ->> 0`,
    [ids]
  );
}

function documentOf(dml: Dml, version: SObject): SObject {
  const document = new SObject(dml.object('ContentDocument'));
  for (const field of ['Title', 'FileType', 'FileExtension', 'ContentSize', 'OwnerId'])
    document.values.set(field, version.values.get(field) ?? null);
  document.values.set('LatestPublishedVersionId', version.id);
  document.values.set('PublishStatus', 'P');
  return document;
}

function link(dml: Dml, version: SObject, entityId: string, shareType: string): SObject {
  const record = new SObject(dml.object('ContentDocumentLink'));
  record.values.set('ContentDocumentId', textOf(version, 'ContentDocumentId'));
  record.values.set('LinkedEntityId', entityId);
  record.values.set('ShareType', shareType);
  record.values.set('Visibility', 'AllUsers');
  return record;
}

/** Deleting a document deletes its versions (by cascade); deleting the last version is not offered by the platform either. */
export const contentDocumentLink: ObjectBehaviour = {
  objects: ['ContentDocumentLink'],
  defaults(rows) {
    for (const { record } of rows) {
      // "V" is what the platform takes when no share type is given (API version 46.0 and later).
      if (textOf(record, 'ShareType') === null) record.values.set('ShareType', 'V');
      if (textOf(record, 'Visibility') === null) record.values.set('Visibility', 'AllUsers');
    }
  },
  checked(rows, dml) {
    const links = dml.where(
      'ContentDocumentLink',
      'ContentDocumentId',
      idsOf(
        rows.map((row) => row.record),
        'ContentDocumentId'
      )
    );
    const key = (record: SObject): string => `${textOf(record, 'ContentDocumentId')}/${textOf(record, 'LinkedEntityId')}`;
    const taken = new Set(links.map(key));
    for (const row of rows) {
      if (row.old !== null) continue;
      if (taken.has(key(row.record)))
        row.fail(
          'DUPLICATE_VALUE',
          `Duplicate ContentDocumentLink. ContentDocumentId: ${textOf(row.record, 'ContentDocumentId')}, LinkedEntityId: ${textOf(row.record, 'LinkedEntityId')}`
        );
      taken.add(key(row.record));
    }
  }
};

export const attachment: ObjectBehaviour = {
  objects: ['Attachment', 'Document'],
  beforeSave(rows) {
    for (const { record } of rows) {
      const body = record.values.get('Body');
      record.values.set('BodyLength', body instanceof ApexBlob ? body.bytes.length : 0);
    }
  }
};
