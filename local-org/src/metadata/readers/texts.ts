import type { CustomLabel, CustomMetadataRecord } from '../model.js';
import { ProjectError } from '../errors.js';
import type { XmlElement } from '../xml.js';

/** A CustomLabels file, or a single CustomLabel file of a decomposed one. */
export function readLabels(root: XmlElement): CustomLabel[] {
  const entries = root.name === 'CustomLabel' ? [root] : root.all('labels');
  return entries.map((entry) => ({
    name: entry.text('fullName') ?? '',
    value: entry.first('value')?.raw ?? '',
    language: entry.text('language') ?? 'en_US',
    categories: entry.text('categories'),
    shortDescription: entry.text('shortDescription'),
    translations: new Map<string, string>()
  }));
}

/** The label texts of one `de.translation-meta.xml`: label name → text. */
export function readTranslation(root: XmlElement): Map<string, string> {
  return new Map(
    root.all('customLabels').flatMap((entry) => {
      const name = entry.text('name');
      const text = entry.first('label')?.raw;
      return name && text ? [[name.toLowerCase(), text] as const] : [];
    })
  );
}

/** `Feature.First.md-meta.xml` is the record First of Feature__mdt. */
export function readCustomMetadata(name: string, file: string, root: XmlElement): CustomMetadataRecord {
  const dot = name.indexOf('.');
  if (dot < 1) throw new ProjectError('BAD_METADATA', `${file}:1:1 A custom metadata record is named Type.Record, not '${name}'.`, file, 1);
  const type = name.slice(0, dot);
  return {
    file,
    object: type.endsWith('__mdt') ? type : `${type}__mdt`,
    developerName: name.slice(dot + 1),
    label: root.text('label') ?? name.slice(dot + 1),
    protected: root.flag('protected'),
    values: new Map(
      root.all('values').map((entry) => {
        const value = entry.first('value');
        const empty = value === null || value.attributes.get('xsi:nil') === 'true';
        return [
          entry.text('field') ?? '',
          { type: value?.attributes.get('xsi:type') ?? 'xsd:string', text: empty ? null : value.raw }
        ] as const;
      })
    )
  };
}
