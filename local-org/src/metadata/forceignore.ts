/** `.forceignore`: the rules of .gitignore, deciding what of a project is source. Paths are relative to the project, with '/'. */
export class ForceIgnore {
  private readonly rules: readonly { readonly pattern: RegExp; readonly negated: boolean }[];

  constructor(text: string) {
    this.rules = text
      .split(/\r?\n/)
      .map((line) => line.replace(/(?<!\\)\s+$/, ''))
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const negated = line.startsWith('!');
        return { pattern: toPattern(negated ? line.slice(1) : line), negated };
      });
  }

  /** Whether the file is left out, by itself or with one of its directories. The last rule that matches decides. */
  ignores(path: string): boolean {
    const parts = path.split('/');
    return parts.some((_, index) => this.decide(parts.slice(0, index + 1).join('/') + (index < parts.length - 1 ? '/' : '')));
  }

  private decide(path: string): boolean {
    let ignored = false;
    for (const rule of this.rules) if (rule.pattern.test(path)) ignored = !rule.negated;
    return ignored;
  }
}

function toPattern(rule: string): RegExp {
  const directoryOnly = rule.endsWith('/');
  const text = (directoryOnly ? rule.slice(0, -1) : rule).replace(/^\.\//, '/');
  const anchored = text.includes('/');
  let body = '';
  for (let i = 0; i < text.length; i++) {
    if (text.startsWith('**/', i)) {
      body += '(?:.*/)?';
      i += 2;
    } else if (text.startsWith('/**', i) && i + 3 === text.length) {
      body += '/.+';
      i += 2;
    } else if (text[i] === '*') {
      // '**' beside other characters means what '*' does (gitignore).
      while (text[i + 1] === '*') i++;
      body += '[^/]*';
    } else if (text[i] === '?') body += '[^/]';
    else if (text[i] === '/' && i === 0) continue;
    else body += text[i].replace(/[.*+^${}()|[\]\\]/g, '\\$&');
  }
  return new RegExp(`^${anchored ? '' : '(?:.*/)?'}${body}${directoryOnly ? '/' : '/?'}$`);
}
