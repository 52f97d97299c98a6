import { ApexObject, builtinType, raise, unsupported, type ApexType } from '../values/index.js';
import { builtin } from './declare.js';
import { compileRegex, javaRegExp, nextIndex, replaceRegex, splitRegex } from './regex.js';
import { stringList } from './lists.js';

/** System.Pattern */
export class ApexPattern extends ApexObject {
  constructor(readonly source: string) {
    super();
    compileRegex(source);
  }

  get apexType(): ApexType {
    return builtinType('Pattern');
  }

  toString$0(): string {
    return this.source;
  }
}

/** System.Matcher: the position of the last match in one text. */
export class ApexMatcher extends ApexObject {
  match: RegExpExecArray | null = null;
  next = 0;
  from = 0;
  to: number;

  constructor(
    public pattern: ApexPattern,
    public text: string
  ) {
    super();
    this.to = text.length;
  }

  get apexType(): ApexType {
    return builtinType('Matcher');
  }

  find(): boolean {
    if (this.next > this.to) return this.keep(null);
    return this.run(javaRegExp(this.pattern.source, 'gd'), this.next);
  }

  /** From the start of the region; `whole`: to its end. */
  anchored(whole: boolean): boolean {
    const { source, flags } = compileRegex(this.pattern.source);
    return this.run(new RegExp(whole ? `(?:${source})(?![\\s\\S])` : source, `${flags}yd`), this.from);
  }

  private run(regex: RegExp, start: number): boolean {
    regex.lastIndex = start;
    return this.keep(regex.exec(this.text.slice(0, this.to)));
  }

  private keep(match: RegExpExecArray | null): boolean {
    this.match = match;
    if (match) {
      const end = match.index + match[0].length;
      this.next = match[0] === '' ? nextIndex(this.text, end) : end;
    }
    return match !== null;
  }

  reset(): void {
    this.match = null;
    this.from = this.next = 0;
    this.to = this.text.length;
  }

  found(): RegExpExecArray {
    return this.match ?? raise('StringException', 'No match found');
  }

  indices(group: number): readonly [number, number] {
    const match = this.found();
    if (group < 0 || group >= match.length) raise('StringException', `No group ${group}`);
    return match.indices?.[group] ?? [-1, -1];
  }
}

function group(self: ApexMatcher, index: number): string | null {
  const match = self.found();
  if (index < 0 || index >= match.length) raise('StringException', `No group ${index}`);
  return match[index] ?? null;
}

export const declarations = [
  builtin('class Pattern', {
    'static Pattern compile(String regExp)': (source: string) => new ApexPattern(source),
    'static Boolean matches(String regExp, String stringToMatch)': (source: string, text: string) =>
      new ApexMatcher(new ApexPattern(source), text).anchored(true),
    'static String quote(String yourString)': (text: string) => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`,
    'Matcher matcher(String stringToMatch)': (self: ApexPattern, text: string | null) =>
      new ApexMatcher(self, text ?? raise('NullPointerException', 'Argument 1 cannot be null')),
    'String pattern()': (self: ApexPattern) => self.source,
    'List<String> split(String text)': (self: ApexPattern, text: string) => stringList(splitRegex(text, self.source)),
    'List<String> split(String text, Integer limit)': (self: ApexPattern, text: string, limit: number) =>
      stringList(splitRegex(text, self.source, limit))
  }),
  builtin('class Matcher', {
    'static String quoteReplacement(String inputString)': (text: string) => text.replace(/[\\$]/g, '\\$&'),
    'Boolean find()': (self: ApexMatcher) => self.find(),
    'Boolean find(Integer start)': (self: ApexMatcher, start: number) => {
      if (start < 0 || start > self.text.length) raise('StringException', 'Illegal start index');
      self.reset();
      self.next = start;
      return self.find();
    },
    'Boolean matches()': (self: ApexMatcher) => self.anchored(true),
    'Boolean lookingAt()': (self: ApexMatcher) => self.anchored(false),
    'String group()': (self: ApexMatcher) => group(self, 0),
    'String group(Integer groupIndex)': group,
    'Integer groupCount()': (self: ApexMatcher) => compileRegex(self.pattern.source).groups,
    'Integer start()': (self: ApexMatcher) => self.indices(0)[0],
    'Integer start(Integer groupIndex)': (self: ApexMatcher, index: number) => self.indices(index)[0],
    'Integer end()': (self: ApexMatcher) => self.indices(0)[1],
    'Integer end(Integer groupIndex)': (self: ApexMatcher, index: number) => self.indices(index)[1],
    'Pattern pattern()': (self: ApexMatcher) => self.pattern,
    'Matcher usePattern(Pattern pattern)': (self: ApexMatcher, pattern: ApexPattern) => {
      self.pattern = pattern;
      self.match = null;
      return self;
    },
    'Matcher reset()': (self: ApexMatcher) => {
      self.reset();
      return self;
    },
    'Matcher reset(String inputSequence)': (self: ApexMatcher, text: string) => {
      self.text = text;
      self.reset();
      return self;
    },
    'Matcher region(Integer start, Integer end)': (self: ApexMatcher, start: number, end: number) => {
      if (start < 0 || end > self.text.length || start > end) raise('StringException', 'Illegal region');
      self.reset();
      self.from = self.next = start;
      self.to = end;
      // Anchors of the pattern would have to see the region's edge as the start of the text.
      if (start > 0 && /\^|\\A|\(\?<[=!]|\\b/i.test(self.pattern.source))
        unsupported('Matcher.region with anchors, word boundaries or lookbehind');
      return self;
    },
    'Integer regionStart()': (self: ApexMatcher) => self.from,
    'Integer regionEnd()': (self: ApexMatcher) => self.to,
    'String replaceAll(String replacementString)': (self: ApexMatcher, replacement: string) =>
      replaceRegex(self.text, self.pattern.source, replacement, true),
    'String replaceFirst(String replacementString)': (self: ApexMatcher, replacement: string) =>
      replaceRegex(self.text, self.pattern.source, replacement, false),
    'Boolean hitEnd()': () => unsupported('Matcher.hitEnd'),
    'Boolean requireEnd()': () => unsupported('Matcher.requireEnd'),
    'Boolean hasAnchoringBounds()': () => true,
    'Boolean hasTransparentBounds()': () => false
  })
];
