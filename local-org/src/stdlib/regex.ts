import { raise } from '../values/index.js';
import { RegexTranslator, type CompiledRegex } from './regexTranslator.js';

const cache = new Map<string, CompiledRegex>();

export function compileRegex(pattern: string): CompiledRegex {
  let compiled = cache.get(pattern);
  if (!compiled) cache.set(pattern, (compiled = new RegexTranslator(pattern).run()));
  return compiled;
}

/** A RegExp for a Java pattern, with extra JavaScript flags (`g`, `y`, `d`). */
export function javaRegExp(pattern: string, extraFlags = ''): RegExp {
  const { source, flags } = compileRegex(pattern);
  return new RegExp(source, flags + extraFlags);
}

/** Java's replacement text: `$1`, `${name}` and `\x`. */
export function expandReplacement(replacement: string, match: RegExpExecArray): string {
  let out = '';
  for (let i = 0; i < replacement.length; i++) {
    const char = replacement[i];
    if (char === '\\') {
      if (++i >= replacement.length) raise('StringException', 'character to be escaped is missing');
      out += replacement[i];
    } else if (char === '$') {
      const named = /^\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(replacement.slice(i + 1));
      if (named) {
        out += match.groups?.[named[1]] ?? '';
        i += named[0].length;
        continue;
      }
      if (!/[0-9]/.test(replacement[i + 1] ?? '')) raise('StringException', 'Illegal group reference');
      let group = Number(replacement[++i]);
      if (group >= match.length) raise('StringException', `No group ${group}`);
      // As many digits as still name a group.
      while (/[0-9]/.test(replacement[i + 1] ?? '') && group * 10 + Number(replacement[i + 1]) < match.length)
        group = group * 10 + Number(replacement[++i]);
      out += match[group] ?? '';
    } else out += char;
  }
  return out;
}

export function replaceRegex(text: string, pattern: string, replacement: string, all: boolean): string {
  const regex = javaRegExp(pattern, 'g');
  let out = '';
  let from = 0;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    out += text.slice(from, match.index) + expandReplacement(replacement, match);
    from = match.index + match[0].length;
    if (match[0] === '') regex.lastIndex = nextIndex(text, regex.lastIndex);
    if (!all) break;
  }
  return out + text.slice(from);
}

/** The position after the code point at `index`. */
export function nextIndex(text: string, index: number): number {
  return index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
}

/** Java's String.split: trailing empty parts go when `limit` is 0; an empty match at the start gives no empty part. */
export function splitRegex(text: string, pattern: string, limit = 0): string[] {
  const regex = javaRegExp(pattern, 'g');
  const parts: string[] = [];
  let from = 0;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    const end = match.index + match[0].length;
    if (limit > 0 && parts.length === limit - 1) break;
    if (!(end === 0 || (match[0] === '' && match.index >= text.length))) {
      parts.push(text.slice(from, match.index));
      from = end;
    }
    if (match[0] === '') regex.lastIndex = nextIndex(text, regex.lastIndex);
  }
  if (parts.length === 0 && from === 0) return [text];
  parts.push(text.slice(from));
  if (limit === 0) while (parts.length > 0 && parts.at(-1) === '') parts.pop();
  return parts;
}
