import { spawnSync } from 'node:child_process';
import { tx } from '../org/transaction.js';
import { ApexBlob, argument, BuiltinObject, raise, raiseNull, unsupported, type ApexList } from '../values/index.js';
import { builtin } from './declare.js';
import { stringList } from './lists.js';

/** Apex Reference: "Http Class", "HttpRequest Class", "HttpResponse Class". */

/** Header names ignore case and keep the spelling they came with. */
class Headers {
  private readonly values = new Map<string, { readonly name: string; readonly value: string }>();

  get(name: string): string | null {
    return this.values.get(name.toLowerCase())?.value ?? null;
  }

  set(name: string, value: string): void {
    this.values.set(name.toLowerCase(), { name, value });
  }

  get names(): string[] {
    return [...this.values.values()].map(({ name }) => name);
  }

  entries(): [string, string][] {
    return [...this.values.values()].map(({ name, value }) => [name, value]);
  }
}

abstract class HttpMessage extends BuiltinObject {
  readonly headers = new Headers();
  body = new ApexBlob(new Uint8Array());

  get text(): string {
    return new TextDecoder().decode(this.body.bytes);
  }
}

export class HttpRequest extends HttpMessage {
  endpoint: string | null = null;
  method: string | null = null;
  timeout = 10_000;
  compressed = false;

  constructor() {
    super('HttpRequest');
  }

  toString$0(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint ?? 'null'}, Method=${this.method ?? 'null'}]`;
  }
}

export class HttpResponse extends HttpMessage {
  status: string | null = null;
  statusCode = 0;

  constructor() {
    super('HttpResponse');
  }

  toString$0(): string {
    return `System.HttpResponse[Status=${this.status ?? 'null'}, StatusCode=${this.statusCode}]`;
  }
}

interface CalloutMock {
  respond$1(request: HttpRequest): HttpResponse | null;
}

/** A request cannot follow DML in one transaction (Apex Developer Guide, "Callout Limits and Limitations"). */
function refusePendingWork(): void {
  if (tx().limits.used('DmlStatements') > 0) {
    raise('CalloutException', 'You have uncommitted work pending. Please commit or rollback before calling out');
  }
}

function send(request: HttpRequest | null): HttpResponse {
  const sent = argument(request);
  const { test, limits } = tx();
  limits.count('Callouts');
  if (test) {
    if (!test.calloutMock) raise('TypeException', 'Methods defined as TestMethod do not support Web service callouts');
    refusePendingWork();
    return (test.calloutMock as unknown as CalloutMock).respond$1(sent) ?? raiseNull();
  }
  refusePendingWork();
  return callOut(sent);
}

/** Runs in a process of its own, as Apex waits for the answer and JavaScript cannot. */
const CALLER = `
  const chunks = [];
  process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', async () => {
    const { endpoint, method, headers, body, timeout } = JSON.parse(Buffer.concat(chunks));
    try {
      const response = await fetch(endpoint, {
        method, headers, body: body === '' || method === 'GET' || method === 'HEAD' ? undefined : Buffer.from(body, 'base64'),
        redirect: 'manual', signal: AbortSignal.timeout(timeout)
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      process.stdout.write(JSON.stringify({ status: response.statusText, statusCode: response.status, headers: [...response.headers], body: bytes.toString('base64') }));
    } catch (error) {
      process.stdout.write(JSON.stringify({ error: error.name === 'TimeoutError' ? 'Read timed out' : String(error.cause?.message ?? error.message) }));
    }
  });
`;

interface Answer {
  readonly error?: string;
  readonly status: string;
  readonly statusCode: number;
  readonly headers: [string, string][];
  readonly body: string;
}

function callOut(request: HttpRequest): HttpResponse {
  const endpoint = request.endpoint ?? raise('CalloutException', 'Request endpoint is null');
  if (endpoint.startsWith('callout:')) unsupported('callouts through named credentials');
  refuseUnknownSite(endpoint);
  const input = JSON.stringify({
    endpoint,
    method: request.method ?? raise('CalloutException', 'Request method is null'),
    headers: request.headers.entries(),
    body: Buffer.from(request.body.bytes).toString('base64'),
    timeout: request.timeout
  });
  const { stdout } = tx().limits.outsideCpu(() => spawnSync(process.execPath, ['-e', CALLER], { input, maxBuffer: 64 * 1024 * 1024 }));
  const answer = JSON.parse(stdout.toString()) as Answer;
  if (answer.error !== undefined) raise('CalloutException', answer.error);
  const response = new HttpResponse();
  response.status = answer.status;
  response.statusCode = answer.statusCode;
  for (const [name, value] of answer.headers) response.headers.set(name, value);
  response.body = new ApexBlob(Buffer.from(answer.body, 'base64'));
  return response;
}

/** Only hosts of remote site settings may be called. */
function refuseUnknownSite(endpoint: string): void {
  const origin = new URL(endpoint).origin;
  if (tx().org.metadata.remoteSites.some(({ url }) => new URL(url).origin === origin)) return;
  raise('CalloutException', `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`);
}

const timeoutOf = (millis: number): number =>
  millis >= 1 && millis <= 120_000 ? millis : raise('CalloutException', `Exceeded max size limit of 120000 with ${millis}`);

const body = {
  'String getBody()': (self: HttpMessage) => self.text,
  'void setBody(String body)': (self: HttpMessage, text: string | null) => {
    self.body = ApexBlob.ofText(argument(text));
  },
  'Blob getBodyAsBlob()': (self: HttpMessage) => self.body,
  'void setBodyAsBlob(Blob body)': (self: HttpMessage, bytes: ApexBlob | null) => {
    self.body = argument(bytes);
  },
  'String getHeader(String key)': (self: HttpMessage, name: string | null) => self.headers.get(argument(name)),
  'void setHeader(String key, String value)': (self: HttpMessage, name: string | null, value: string | null) =>
    self.headers.set(argument(name), argument(value))
};

export const declarations = [
  builtin('class Http', {
    'Http()': () => new BuiltinObject('Http'),
    'HttpResponse send(HttpRequest request)': (_self: BuiltinObject, request: HttpRequest | null) => send(request),
    'String toString()': () => 'System.Http[]'
  }),
  builtin('class HttpRequest', {
    ...body,
    'HttpRequest()': () => new HttpRequest(),
    'String getEndpoint()': (self: HttpRequest) => self.endpoint,
    'void setEndpoint(String endpoint)': (self: HttpRequest, endpoint: string | null) => {
      self.endpoint = endpoint;
    },
    'String getMethod()': (self: HttpRequest) => self.method,
    'void setMethod(String method)': (self: HttpRequest, method: string | null) => {
      self.method = argument(method).toUpperCase();
    },
    'void setTimeout(Integer timeout)': (self: HttpRequest, millis: number) => {
      self.timeout = timeoutOf(millis);
    },
    'Boolean getCompressed()': (self: HttpRequest) => self.compressed,
    'void setCompressed(Boolean flag)': (self: HttpRequest, compressed: boolean) => {
      self.compressed = compressed;
    },
    'void setClientCertificateName(String certDevName)': () => unsupported('HttpRequest.setClientCertificateName'),
    'String toString()': (self: HttpRequest) => self.toString$0()
  }),
  builtin('class HttpResponse', {
    ...body,
    'HttpResponse()': () => new HttpResponse(),
    'List<String> getHeaderKeys()': (self: HttpResponse): ApexList<string> => stringList(self.headers.names),
    'String getStatus()': (self: HttpResponse) => self.status,
    'void setStatus(String status)': (self: HttpResponse, status: string | null) => {
      self.status = status;
    },
    'Integer getStatusCode()': (self: HttpResponse) => self.statusCode,
    'void setStatusCode(Integer statusCode)': (self: HttpResponse, code: number) => {
      self.statusCode = code;
    },
    'String toString()': (self: HttpResponse) => self.toString$0()
  })
];
