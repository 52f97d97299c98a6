import { unsupported } from '../values/index.js';

/** What `\s` means in Java. */
export const BLANK = ' \\t\\n\\v\\f\\r';

/** Contents of character classes, to be wrapped in brackets. */
const PROPERTIES: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: BLANK,
  javaLowerCase: '\\p{Ll}',
  javaUpperCase: '\\p{Lu}',
  javaLetter: '\\p{L}',
  javaDigit: '\\p{Nd}',
  javaLetterOrDigit: '\\p{L}\\p{Nd}',
  IsAlphabetic: '\\p{Alphabetic}',
  IsLatin: '\\p{Script=Latin}',
  IsDigit: '\\p{Nd}',
  IsLetter: '\\p{L}',
  IsPunctuation: '\\p{P}',
  IsWhite_Space: '\\p{White_Space}'
};
const CATEGORY = /^(?:Is)?(L|Lu|Ll|Lt|Lm|Lo|M|Mn|Mc|Me|N|Nd|Nl|No|Z|Zs|Zl|Zp|C|Cc|Cf|Cn|Co|Cs|P|Pd|Ps|Pe|Pc|Po|Pi|Pf|S|Sm|Sc|Sk|So)$/;
const SCRIPT = /^(?:Is|script=|sc=)([A-Z][a-z]+)$/;

/** What `\p{name}` stands for, to be put into brackets. */
export function propertyContent(name: string): string {
  const known = PROPERTIES[name];
  if (known) return known;
  const category = CATEGORY.exec(name);
  if (category) return `\\p{${category[1]}}`;
  const script = SCRIPT.exec(name);
  return script ? `\\p{Script=${script[1]}}` : unsupported(`\\p{${name}} in regular expressions`);
}
