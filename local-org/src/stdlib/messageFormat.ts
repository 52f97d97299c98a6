import { raise, toText } from '../values/index.js';

/**
 * String.format: placeholders `{0}` take the text of the arguments; `''` is one quote, and text between single quotes is taken as it is
 * (Apex Reference: "Treated the same way as the java.text.MessageFormat"). A placeholder without an argument stays.
 */
export function formatMessage(pattern: string, values: readonly unknown[]): string {
  let out = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === "'") {
      if (pattern[i + 1] === "'") {
        out += "'";
        i++;
      } else quoted = !quoted;
      continue;
    }
    if (char !== '{' || quoted) {
      out += char;
      continue;
    }
    const end = pattern.indexOf('}', i);
    if (end < 0) raise('StringException', 'Unmatched braces in the pattern.');
    const body = pattern.slice(i + 1, end).trim();
    if (!/^\d+$/.test(body)) raise('StringException', `can't parse argument number: ${body}`);
    out += Number(body) < values.length ? toText(values[Number(body)]) : `{${body}}`;
    i = end;
  }
  return out;
}
