import { tx } from '../org/transaction.js';
import { argument, BuiltinObject, raise, stringHash } from '../values/index.js';
import { builtin } from './declare.js';
import { randomUUID } from 'node:crypto';

/** Apex Reference: "URL Class", "UUID Class". */

/** Where the org is reached: the server tells each transaction; without one (tests, the command line) it is its default address. */
const BASE_URL = 'baseUrl';
const DEFAULT_BASE_URL = 'http://localhost:3333';

export function baseUrl(): string {
  return (tx().scratch.get(BASE_URL) as string | undefined) ?? DEFAULT_BASE_URL;
}

/** As java.net.URL: parts as written, nothing escaped. */
class ApexUrl extends BuiltinObject {
  private constructor(
    readonly text: string,
    readonly protocol: string,
    readonly authority: string,
    readonly path: string,
    readonly query: string | null,
    readonly ref: string | null
  ) {
    super('URL');
  }

  static parse(text: string | null): ApexUrl {
    const match = /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(argument(text).trim());
    if (!match) return raise('StringException', `no protocol: ${text}`);
    if (!/^(https?|ftp|file|mailto)$/i.test(match[1])) raise('StringException', `unknown protocol: ${match[1].toLowerCase()}`);
    return new ApexUrl(text!.trim(), match[1], match[2] ?? '', match[3], match[4] ?? null, match[5] ?? null);
  }

  get host(): string {
    return this.authority.replace(/^.*@/, '').replace(/:\d*$/, '');
  }

  get port(): number {
    return Number(/:(\d+)$/.exec(this.authority)?.[1] ?? -1);
  }

  get defaultPort(): number {
    return { http: 80, https: 443, ftp: 21 }[this.protocol.toLowerCase()] ?? -1;
  }

  get file(): string {
    return this.path + (this.query === null ? '' : `?${this.query}`);
  }

  equals$1(other: unknown): boolean {
    return other instanceof ApexUrl && sameFile(this, other) && this.ref === other.ref;
  }

  hashCode$0(): number {
    return stringHash(`${this.protocol}${this.host}${this.file}`.toLowerCase());
  }

  toString$0(): string {
    return this.text;
  }
}

function sameFile(a: ApexUrl, b: ApexUrl): boolean {
  const port = (url: ApexUrl): number => (url.port < 0 ? url.defaultPort : url.port);
  return (
    a.protocol.toLowerCase() === b.protocol.toLowerCase() &&
    a.host.toLowerCase() === b.host.toLowerCase() &&
    port(a) === port(b) &&
    a.file === b.file
  );
}

class ApexUuid extends BuiltinObject {
  constructor(readonly text: string) {
    super('UUID');
  }

  equals$1(other: unknown): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }

  hashCode$0(): number {
    return stringHash(this.text);
  }

  toString$0(): string {
    return this.text;
  }
}

export const declarations = [
  builtin('class URL', {
    'URL(String spec)': (text: string | null) => ApexUrl.parse(text),
    'URL(URL context, String spec)': (context: ApexUrl | null, text: string | null) =>
      ApexUrl.parse(new URL(argument(text), argument(context).text).href),
    'URL(String protocol, String host, String file)': (protocol: string | null, host: string | null, file: string | null) =>
      ApexUrl.parse(`${argument(protocol)}://${argument(host)}${argument(file)}`),
    'URL(String protocol, String host, Integer port, String file)': (
      protocol: string | null,
      host: string | null,
      port: number | null,
      file: string | null
    ) => ApexUrl.parse(`${argument(protocol)}://${argument(host)}:${argument(port)}${argument(file)}`),
    'static URL getOrgDomainUrl()': () => ApexUrl.parse(baseUrl()),
    'static URL getSalesforceBaseUrl()': () => ApexUrl.parse(baseUrl()),
    'static URL getCurrentRequestUrl()': () => ApexUrl.parse(baseUrl() + ((tx().scratch.get('requestPath') as string | undefined) ?? '')),
    'String getAuthority()': (self: ApexUrl) => self.authority,
    'Integer getDefaultPort()': (self: ApexUrl) => self.defaultPort,
    'String getFile()': (self: ApexUrl) => self.file,
    'String getHost()': (self: ApexUrl) => self.host,
    'String getPath()': (self: ApexUrl) => self.path,
    'Integer getPort()': (self: ApexUrl) => self.port,
    'String getProtocol()': (self: ApexUrl) => self.protocol,
    'String getQuery()': (self: ApexUrl) => self.query,
    'String getRef()': (self: ApexUrl) => self.ref,
    'String getUserInfo()': (self: ApexUrl) => /^(.*)@/.exec(self.authority)?.[1] ?? null,
    'Boolean sameFile(URL urlToCompare)': (self: ApexUrl, other: ApexUrl | null) => sameFile(self, argument(other)),
    'String toExternalForm()': (self: ApexUrl) => self.text,
    'String toString()': (self: ApexUrl) => self.text
  }),
  builtin('class UUID', {
    'static UUID randomUUID()': () => new ApexUuid(randomUUID()),
    'static UUID fromString(String uuid)': (text: string | null) =>
      /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(argument(text))
        ? new ApexUuid(text!.toLowerCase())
        : raise('IllegalArgumentException', `Invalid UUID string: ${text}`),
    'String toString()': (self: ApexUuid) => self.text
  })
];
