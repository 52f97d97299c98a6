import type { AnnotationContext, ElementValueContext, IdContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { Annotation, Modifier } from './ast.js';
import { stringValue } from './literals.js';
import { startOf, type Reader } from './reader.js';
import { isReserved, type Named } from './reservedWords.js';

/**
 * A declared name. The grammar lets any letter and most keywords through; Apex only has ASCII letters (Apex Developer Guide, "Identifiers"), no
 * `__` inside and no `_` at the end (as orgs say it of such names), and keeps words for itself.
 */
export function identifier(reader: Reader, context: IdContext, named: Named = 'other'): string {
  const name = context.getText();
  if (!/^[a-z][a-z0-9_$]*$/i.test(name)) {
    reader.report(
      startOf(context),
      `Invalid identifier '${name}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '$', '_'.`
    );
  } else if (/__|_$/.test(name)) {
    reader.report(startOf(context), `Invalid character in identifier: ${name}`);
  } else if (isReserved(name, named)) {
    reader.report(startOf(context), `Identifier name is reserved: ${name}`);
  }
  return name;
}

/** Modifiers in lower case, apart from the annotations among them. */
export function modifiersOf(reader: Reader, contexts: readonly ModifierContext[]): { modifiers: Modifier[]; annotations: Annotation[] } {
  const modifiers: Modifier[] = [];
  const annotations: Annotation[] = [];
  for (const context of contexts) {
    const found = context.annotation();
    if (found) annotations.push(annotation(reader, found));
    else {
      const words = (context.children ?? []).map((child) => child.getText().toLowerCase());
      const modifier = words.join(' ');
      if (modifiers.includes(modifier)) reader.report(startOf(context), `Duplicate modifier: ${modifier}`);
      modifiers.push(modifier);
    }
  }
  return { modifiers, annotations };
}

function annotation(reader: Reader, context: AnnotationContext): Annotation {
  const parameters: Record<string, string> = {};
  const lone = context.elementValue();
  if (lone) parameters['value'] = annotationValue(reader, lone);
  for (const pair of context.elementValuePairs()?.elementValuePair_list() ?? []) {
    parameters[pair.id().getText().toLowerCase()] = annotationValue(reader, pair.elementValue());
  }
  return { position: startOf(context), name: context.id().getText(), parameters };
}

function annotationValue(reader: Reader, context: ElementValueContext): string {
  const text = context.getText();
  return text.startsWith("'") ? stringValue(reader, startOf(context), text) : text;
}
