/**
 * Words that name nothing (Apex Developer Guide, "Reserved Keywords"). `after`, `before`, `count`, `excludes`, `first`, `includes`, `last`, `order`,
 * `sharing`, `with` and `type` are not among them.
 */
const RESERVED = words(`
  abstract activate and any array as asc autonomous begin bigdecimal blob boolean break bulk by byte case cast catch char class collect commit const
  continue currency date datetime decimal default delete desc do double else end enum exception exit export extends false final finally float for from
  global goto group having hint if implements import in inner insert instanceof int integer interface into join like limit list long loop map merge new
  not null nulls number object of on or outer override package parallel pragma private protected public retrieve return rollback select set short
  sobject sort static string super switch synchronized system testmethod then this throw time transaction trigger true try undelete update upsert using
  virtual void webservice when where while`);

/** Those that methods may be named all the same: names of types, and words kept for the future. Not documented; as apex-dev-tools' apex-ls has it. */
const METHODS_TOO = words(`
  activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime decimal default double end
  exception exit export float goto group hint import inner integer int into join long loop number object of outer package parallel pragma retrieve
  rollback set short sobject sort string switch synchronized system then time transaction void when`);

export type Named = 'method' | 'other';

export function isReserved(name: string, named: Named): boolean {
  const word = name.toLowerCase();
  return RESERVED.has(word) && !(named === 'method' && METHODS_TOO.has(word));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
