import { tx } from '../org/transaction.js';
import { ApexBlob, ApexMap, BuiltinObject, Types } from '../values/index.js';
import { builtin, type PropertyImplementation } from './declare.js';

/** Apex Reference: "RestContext Class", "RestRequest Class", "RestResponse Class". The REST layer fills the request and reads the response. */

const TEXT = Types.primitive('String');
const SCRATCH = 'restContext';

export class RestRequest extends BuiltinObject {
  headers: ApexMap<string, string> = new ApexMap<string, string>(TEXT, TEXT);
  params: ApexMap<string, string> = new ApexMap<string, string>(TEXT, TEXT);
  httpMethod: string | null = null;
  remoteAddress: string | null = null;
  requestBody: ApexBlob | null = ApexBlob.unset;
  requestURI: string | null = null;
  resourcePath: string | null = null;

  constructor() {
    super('RestRequest');
  }
}

export class RestResponse extends BuiltinObject {
  headers: ApexMap<string, string> = new ApexMap<string, string>(TEXT, TEXT);
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;

  constructor() {
    super('RestResponse');
  }
}

interface Context {
  request: RestRequest | null;
  response: RestResponse | null;
}

/** The request and response of the running transaction. */
export function restContext(): Context {
  const { scratch } = tx();
  const known = scratch.get(SCRATCH) as Context | undefined;
  if (known) return known;
  const made: Context = { request: null, response: null };
  scratch.set(SCRATCH, made);
  return made;
}

/** A public variable of a built-in object. */
function variable<T extends object, K extends keyof T>(name: K): PropertyImplementation {
  return {
    get: (self: T) => self[name],
    set: (self: T, value: T[K]) => {
      self[name] = value;
    }
  };
}

export const declarations = [
  builtin('class RestContext', {
    'static RestRequest request': {
      get: () => restContext().request,
      set: (request: RestRequest | null) => {
        restContext().request = request;
      }
    },
    'static RestResponse response': {
      get: () => restContext().response,
      set: (response: RestResponse | null) => {
        restContext().response = response;
      }
    }
  }),
  builtin('class RestRequest', {
    'RestRequest()': () => new RestRequest(),
    'Map<String, String> headers': variable<RestRequest, 'headers'>('headers'),
    'Map<String, String> params': variable<RestRequest, 'params'>('params'),
    'String httpMethod': variable<RestRequest, 'httpMethod'>('httpMethod'),
    'String remoteAddress': variable<RestRequest, 'remoteAddress'>('remoteAddress'),
    'Blob requestBody': variable<RestRequest, 'requestBody'>('requestBody'),
    'String requestURI': variable<RestRequest, 'requestURI'>('requestURI'),
    'String resourcePath': variable<RestRequest, 'resourcePath'>('resourcePath'),
    'void addHeader(String name, String value)': (self: RestRequest, name: string, value: string) => void self.headers.set(name, value),
    'void addParameter(String name, String value)': (self: RestRequest, name: string, value: string) => void self.params.set(name, value)
  }),
  builtin('class RestResponse', {
    'RestResponse()': () => new RestResponse(),
    'Map<String, String> headers': variable<RestResponse, 'headers'>('headers'),
    'Blob responseBody': variable<RestResponse, 'responseBody'>('responseBody'),
    'Integer statusCode': variable<RestResponse, 'statusCode'>('statusCode'),
    'void addHeader(String name, String value)': (self: RestResponse, name: string, value: string) => void self.headers.set(name, value)
  })
];
