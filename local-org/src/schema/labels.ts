import { tx } from '../org/transaction.js';
import type { ProjectMetadata } from '../metadata/index.js';
import { raise } from '../values/index.js';

const byProject = new WeakMap<ProjectMetadata, Map<string, ProjectMetadata['labels'][number]>>();

/** The text of a custom label in the running user's language, or in the language it was written in. */
export function labelText(name: string, language: string = tx().user.language): string {
  const { metadata } = tx().org;
  let labels = byProject.get(metadata);
  if (!labels) byProject.set(metadata, (labels = new Map(metadata.labels.map((label) => [label.name.toLowerCase(), label]))));
  const label = labels.get(name.toLowerCase()) ?? raise('IllegalArgumentException', `Custom label ${name} does not exist`);
  return label.translations.get(language) ?? label.translations.get(language.split('_')[0]) ?? label.value;
}
