import { builtin } from './declare.js';
import { raise } from '../values/index.js';

/** Apex Reference, "String Class": escaping, with the rules and tables of Apache Commons Lang's StringEscapeUtils. */

/** Names of U+00A0 to U+00FF in HTML 3. */
const LATIN1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo ' +
  'frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve ' +
  'Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
  'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');

/** What HTML 4 adds: name and code point in hexadecimal. */
const HTML4 =
  'OElig152 oelig153 Scaron160 scaron161 Yuml178 fnof192 circ2C6 tilde2DC ensp2002 emsp2003 thinsp2009 zwnj200C zwj200D lrm200E rlm200F ndash2013 mdash2014 ' +
  'lsquo2018 rsquo2019 sbquo201A ldquo201C rdquo201D bdquo201E dagger2020 Dagger2021 bull2022 hellip2026 permil2030 prime2032 Prime2033 lsaquo2039 rsaquo203A ' +
  'oline203E frasl2044 euro20AC image2111 weierp2118 real211C trade2122 alefsym2135 larr2190 uarr2191 rarr2192 darr2193 harr2194 crarr21B5 lArr21D0 uArr21D1 ' +
  'rArr21D2 dArr21D3 hArr21D4 forall2200 part2202 exist2203 empty2205 nabla2207 isin2208 notin2209 ni220B prod220F sum2211 minus2212 lowast2217 radic221A ' +
  'prop221D infin221E ang2220 and2227 or2228 cap2229 cup222A int222B there42234 sim223C cong2245 asymp2248 ne2260 equiv2261 le2264 ge2265 sub2282 sup2283 ' +
  'nsub2284 sube2286 supe2287 oplus2295 otimes2297 perp22A5 sdot22C5 lceil2308 rceil2309 lfloor230A rfloor230B lang2329 rang232A loz25CA spades2660 clubs2663 ' +
  'hearts2665 diams2666';
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega'.split(
    ' '
  );

const BASIC: readonly (readonly [string, string])[] = [
  ['&', 'amp'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['"', 'quot']
];
const html3 = new Map<string, string>([...BASIC, ...LATIN1.map((name, i): [string, string] => [String.fromCharCode(0xa0 + i), name])]);
const html4 = new Map<string, string>([
  ...html3,
  ...[...HTML4.matchAll(/([A-Za-z]+4?)([0-9A-F]{3,4})(?: |$)/g)].map(([, name, code]): [string, string] => [
    String.fromCharCode(parseInt(code, 16)),
    name
  ]),
  ...GREEK.flatMap((name, i): [string, string][] =>
    name === '-'
      ? [['\u03c2', 'sigmaf']]
      : [
          [String.fromCharCode(0x391 + i), name],
          [String.fromCharCode(0x3b1 + i), name.toLowerCase()]
        ]
  ),
  ['\u03d1', 'thetasym'],
  ['\u03d2', 'upsih'],
  ['\u03d6', 'piv']
]);
const xml = new Map<string, string>([...BASIC, ["'", 'apos']]);

function escapeEntities(text: string, table: ReadonlyMap<string, string>): string {
  return text.replace(/[^]/g, (char) => (table.has(char) ? `&${table.get(char)};` : char));
}

function unescapeEntities(text: string, table: ReadonlyMap<string, string>): string {
  const characters = new Map([...table].map(([char, name]) => [name, char]));
  return text.replace(/&(?:#[xX]([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole: string, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return characters.get(name) ?? whole;
    const code = hex === undefined ? Number(digits) : parseInt(hex, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

const CONTROL: Readonly<Record<string, string>> = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r' };
const unicode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

function escapeJava(text: string, also: RegExp): string {
  return text.replace(/[^]/g, (char) =>
    also.test(char) ? `\\${char}` : (CONTROL[char] ?? (char < ' ' || char > '~' ? unicode(char) : char))
  );
}

function unescapeJava(text: string): string {
  return text.replace(/\\(u+[0-9a-fA-F]{4}|[0-7]{1,3}|[^])/g, (_, code: string) => {
    if (code.startsWith('u') && code.length > 1) return String.fromCharCode(parseInt(code.slice(-4), 16));
    if (code === 'u') raise('StringException', 'Less than 4 hex digits in unicode value');
    if (/^[0-7]/.test(code)) return String.fromCharCode(parseInt(code, 8));
    return { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' }[code] ?? code;
  });
}

const escaped = (change: (text: string) => string) => (self: string) => change(self);

export const declarations = [
  builtin('class String', {
    'String escapeCsv()': escaped((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)),
    'String unescapeCsv()': escaped((text) => {
      const inner = /^"([^]*)"$/.exec(text)?.[1];
      return inner !== undefined && /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
    }),
    'String escapeEcmaScript()': escaped((text) => escapeJava(text, /["'\\/]/)),
    'String unescapeEcmaScript()': escaped(unescapeJava),
    'String escapeJava()': escaped((text) => escapeJava(text, /["\\]/)),
    'String unescapeJava()': escaped(unescapeJava),
    'String escapeHtml3()': escaped((text) => escapeEntities(text, html3)),
    'String unescapeHtml3()': escaped((text) => unescapeEntities(text, html3)),
    'String escapeHtml4()': escaped((text) => escapeEntities(text, html4)),
    'String unescapeHtml4()': escaped((text) => unescapeEntities(text, html4)),
    'String escapeXml()': escaped((text) => escapeEntities(text, xml)),
    'String unescapeXml()': escaped((text) => unescapeEntities(text, xml)),
    'String escapeUnicode()': escaped((text) => text.replace(/[^ -~]/g, unicode)),
    'String unescapeUnicode()': escaped((text) =>
      text.replace(/\\u+([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    )
  })
];
