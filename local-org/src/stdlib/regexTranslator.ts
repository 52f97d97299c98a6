import { raise, unsupported } from '../values/index.js';
import { BLANK, propertyContent } from './regexProperties.js';

/**
 * Java regular expressions (Apex's) on JavaScript's RegExp: each construct is translated to one of the same meaning, or refused loudly.
 * What differs: `\s` and `$` (ASCII blanks; the end or before a last line break), POSIX classes, `\Q…\E`, `\A \z \Z \h \R`, inline flags.
 */
export interface CompiledRegex {
  readonly source: string;
  readonly flags: string;
  readonly groups: number;
  readonly groupNames: ReadonlySet<string>;
}

const LINE_END = '(?:\\r\\n|[\\n\\r\\u0085\\u2028\\u2029])';

export function invalidRegex(detail: string, pattern: string): never {
  return raise('StringException', `Invalid regex: ${detail} near index ${pattern.length}\n${pattern}`);
}

/** Reads one pattern; `run` answers its translation. */
export class RegexTranslator {
  private at = 0;
  private ignoreCase = false;
  private multiline = false;
  private dotAll = false;
  private comments = false;
  private sets = false;
  private groups = 0;
  private readonly names = new Set<string>();

  constructor(private readonly pattern: string) {}

  run(): CompiledRegex {
    let source = '';
    this.leadingFlags();
    while (this.at < this.pattern.length) source += this.atom();
    const flags = `${this.sets ? 'v' : 'u'}${this.ignoreCase ? 'i' : ''}${this.dotAll ? 's' : ''}`;
    try {
      new RegExp(source, flags);
    } catch (error) {
      invalidRegex(error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error), this.pattern);
    }
    return { source, flags, groups: this.groups, groupNames: this.names };
  }

  private leadingFlags(): void {
    for (let match; (match = /^\(\?([a-zA-Z]+)\)/.exec(this.pattern.slice(this.at))); this.at += match[0].length) {
      for (const flag of match[1]) this.setFlag(flag);
    }
  }

  private setFlag(flag: string): void {
    if (flag === 'i') this.ignoreCase = true;
    else if (flag === 'm') this.multiline = true;
    else if (flag === 's') this.dotAll = true;
    else if (flag === 'x') this.comments = true;
    else if (flag !== 'u') unsupported(`regular expression flag (?${flag})`);
  }

  private atom(): string {
    const char = this.pattern[this.at];
    switch (char) {
      case '\\':
        return this.escape(false);
      case '[':
        return this.characterClass();
      case '(':
        return this.group();
      case '^':
        this.at++;
        return this.multiline ? '(?:(?<![\\s\\S])|(?<=[\\n\\u0085\\u2028\\u2029]|\\r(?!\\n))(?=[\\s\\S]))' : '(?<![\\s\\S])';
      case '$':
        this.at++;
        return this.multiline ? `(?=${LINE_END}|(?![\\s\\S]))` : `(?=${LINE_END}?(?![\\s\\S]))`;
      case '.':
        this.at++;
        return this.dotAll ? '[\\s\\S]' : '[^\\n\\r\\u0085\\u2028\\u2029]';
      case '*':
      case '+':
      case '?':
        return this.quantifier(char);
      case '{':
        return this.braces();
      case ']':
      case '}':
        this.at++;
        return `\\${char}`;
      case '#':
        if (this.comments) {
          while (this.at < this.pattern.length && this.pattern[this.at] !== '\n') this.at++;
          return '';
        }
        break;
    }
    if (this.comments && /\s/.test(char)) {
      this.at++;
      return '';
    }
    return this.literal();
  }

  private literal(): string {
    const char = String.fromCodePoint(this.pattern.codePointAt(this.at)!);
    this.at += char.length;
    return char === '/' ? '\\/' : char;
  }

  private quantifier(char: string): string {
    this.at++;
    return char + this.quantifierMode();
  }

  private quantifierMode(): string {
    if (this.pattern[this.at] === '+') unsupported('possessive quantifiers in regular expressions');
    if (this.pattern[this.at] !== '?') return '';
    this.at++;
    return '?';
  }

  private braces(): string {
    const match = /^\{\d+(,\d*)?\}/.exec(this.pattern.slice(this.at));
    if (!match) invalidRegex('Illegal repetition', this.pattern);
    this.at += match[0].length;
    return match[0] + this.quantifierMode();
  }

  private group(): string {
    const rest = this.pattern.slice(this.at);
    if (!rest.startsWith('(?')) {
      this.groups++;
      this.at++;
      return '(' + this.untilClose();
    }
    const open = /^\(\?(?::|=|!|<=|<!)/.exec(rest);
    if (open) {
      this.at += open[0].length;
      return open[0] + this.untilClose();
    }
    const named = /^\(\?<([a-zA-Z][a-zA-Z0-9]*)>/.exec(rest);
    if (named) {
      this.groups++;
      this.names.add(named[1]);
      this.at += named[0].length;
      return named[0] + this.untilClose();
    }
    if (rest.startsWith('(?>')) unsupported('atomic groups in regular expressions');
    return unsupported(`regular expression group ${rest.slice(0, 6)} (inline flags are supported at the start of a pattern only)`);
  }

  private untilClose(): string {
    let source = '';
    while (this.at < this.pattern.length && this.pattern[this.at] !== ')') source += this.atom();
    if (this.at >= this.pattern.length) invalidRegex('Unclosed group', this.pattern);
    this.at++;
    return `${source})`;
  }

  private escape(inClass: boolean): string {
    const char = this.pattern[this.at + 1];
    if (char === undefined) invalidRegex('Unexpected internal error', this.pattern);
    this.at += 2;
    if (/[0-9]/.test(char)) return this.digitEscape(char, inClass);
    switch (char) {
      case 'd':
      case 'D':
      case 'w':
      case 'W':
      case 'n':
      case 'r':
      case 't':
      case 'f':
        return `\\${char}`;
      case 's':
        return inClass ? BLANK : `[${BLANK}]`;
      case 'S':
        if (inClass) this.sets = true;
        return `[^${BLANK}]`;
      case 'h':
        return inClass ? ' \\t\\xA0' : '[ \\t\\xA0]';
      case 'v':
        return inClass ? '\\n\\v\\f\\r\\u0085\\u2028\\u2029' : '[\\n\\v\\f\\r\\u0085\\u2028\\u2029]';
      case 'a':
        return '\\x07';
      case 'e':
        return '\\x1B';
      case 'c':
        return `\\x${(this.pattern.charCodeAt(this.at++) ^ 64).toString(16).padStart(2, '0')}`;
      case 'x':
      case 'u':
        return this.codeEscape(char);
      case 'p':
      case 'P':
        return this.property(char === 'P', inClass);
      case 'Q':
        return this.quoted();
    }
    if (!inClass) {
      switch (char) {
        case 'b':
        case 'B':
          return `\\${char}`;
        case 'A':
          return '(?<![\\s\\S])';
        case 'z':
          return '(?![\\s\\S])';
        case 'Z':
          return `(?=${LINE_END}?(?![\\s\\S]))`;
        case 'R':
          return LINE_END;
        case 'k': {
          const name = /^<([a-zA-Z][a-zA-Z0-9]*)>/.exec(this.pattern.slice(this.at));
          if (!name) invalidRegex("\\k is not followed by '<' for named capturing group", this.pattern);
          this.at += name[0].length;
          return `\\k${name[0]}`;
        }
      }
    }
    if (/[a-zA-Z]/.test(char)) {
      if (char === 'G' || char === 'X') unsupported(`\\${char} in regular expressions`);
      invalidRegex('Illegal/unsupported escape sequence', this.pattern);
    }
    return quote(char);
  }

  private digitEscape(first: string, inClass: boolean): string {
    if (first !== '0') {
      if (inClass) invalidRegex('Illegal/unsupported escape sequence', this.pattern);
      return `(?:\\${first})`;
    }
    const octal = /^[0-3]?[0-7]{1,2}/.exec(this.pattern.slice(this.at));
    if (!octal) invalidRegex('Illegal octal escape sequence', this.pattern);
    this.at += octal[0].length;
    return `\\x${parseInt(octal[0], 8).toString(16).padStart(2, '0')}`;
  }

  private codeEscape(kind: string): string {
    const code = (kind === 'x' ? /^(?:[0-9a-fA-F]{2}|\{[0-9a-fA-F]+\})/ : /^[0-9a-fA-F]{4}/).exec(this.pattern.slice(this.at));
    if (!code) invalidRegex(kind === 'x' ? 'Illegal hexadecimal escape sequence' : 'Illegal Unicode escape sequence', this.pattern);
    this.at += code[0].length;
    return `\\u{${code[0].replace(/[{}]/g, '')}}`;
  }

  private property(negated: boolean, inClass: boolean): string {
    const match = /^(?:\{\^?([A-Za-z_=]+)\}|([A-Z]))/.exec(this.pattern.slice(this.at));
    if (!match) invalidRegex('Unknown character property', this.pattern);
    this.at += match[0].length;
    const name = match[1] ?? match[2];
    const content = propertyContent(name);
    if (!negated) return inClass ? content : `[${content}]`;
    if (inClass) this.sets = true;
    return `[^${content}]`;
  }

  private quoted(): string {
    const end = this.pattern.indexOf('\\E', this.at);
    const text = this.pattern.slice(this.at, end < 0 ? undefined : end);
    this.at = end < 0 ? this.pattern.length : end + 2;
    return [...text].map(quote).join('');
  }

  private characterClass(): string {
    let source = '[';
    this.at++;
    if (this.pattern[this.at] === '^') {
      source += '^';
      this.at++;
    }
    let first = true;
    for (; ; first = false) {
      const char = this.pattern[this.at];
      if (char === undefined) invalidRegex('Unclosed character class', this.pattern);
      if (char === ']' && !first) break;
      if (char === '[') {
        this.sets = true;
        source += this.characterClass();
      } else if (char === '&' && this.pattern[this.at + 1] === '&') {
        this.sets = true;
        this.at += 2;
        // The right side of an intersection may be a bare list of characters.
        source = `${this.wrapLeft(source)}&&`;
        if (this.pattern[this.at] !== '[') {
          source += `[${this.bareOperand()}]`;
        }
      } else source += char === '\\' ? this.escape(true) : this.classLiteral(char);
    }
    this.at++;
    return `${source}]`;
  }

  /** `[a-z&&` → `[[a-z]&&`: in a JavaScript set operation each side is one operand. */
  private wrapLeft(source: string): string {
    const negated = source.startsWith('[^');
    const body = source.slice(negated ? 2 : 1);
    return `${negated ? '[^' : '['}[${body}]`;
  }

  private bareOperand(): string {
    let source = '';
    while (this.pattern[this.at] !== undefined && this.pattern[this.at] !== ']' && !this.pattern.startsWith('&&', this.at)) {
      const char = this.pattern[this.at];
      source += char === '[' ? this.characterClass() : char === '\\' ? this.escape(true) : this.classLiteral(char);
    }
    return source;
  }

  private classLiteral(char: string): string {
    if (char === '-') {
      this.at++;
      const before = this.pattern[this.at - 2];
      const after = this.pattern[this.at];
      // A hyphen at an edge is itself; between two characters it makes a range.
      const edge =
        before === '[' || before === '^' || after === ']' || after === undefined || /^\\[dDwWsSpPh]/.test(this.pattern.slice(this.at));
      const afterSet =
        /\\[dDwWsSh]$/.test(this.pattern.slice(0, this.at - 1)) ||
        (before === '}' && /\\[pP]\{[^}]*\}$/.test(this.pattern.slice(0, this.at - 1)));
      return edge || afterSet ? '\\-' : '-';
    }
    if ('()[]{}/|$^*+?.'.includes(char)) {
      this.at++;
      return `\\${char}`;
    }
    if ('&!#%,:;<=>@`~"\''.includes(char)) {
      this.at++;
      return `\\x${char.charCodeAt(0).toString(16)}`;
    }
    const literal = String.fromCodePoint(this.pattern.codePointAt(this.at)!);
    this.at += literal.length;
    return literal;
  }
}

/** A character for itself, inside and outside of classes. */
function quote(char: string): string {
  if (/[\^$\\.*+?()[\]{}|/]/.test(char)) return `\\${char}`;
  return /[-&!#%,:;<=>@`~"']/.test(char) ? `\\x${char.charCodeAt(0).toString(16)}` : char;
}
