import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { ApiError } from '../errors.js';

const JWT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

class OAuthError extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message);
  }
}

/**
 * `/services/oauth2/…` and the SOAP login that older clients use. Users of a local org have no passwords and no connected apps: a known,
 * active username is enough, any password and client are accepted.
 */
export function oauthRoutes(app: FastifyInstance, context: Context): void {
  const { sessions, host } = context;

  app.post('/services/oauth2/token', (request, reply) => {
    try {
      const parameters = new URLSearchParams(bodyText(request) || request.url.split('?')[1] || '');
      return reply.header('cache-control', 'no-store').send(tokenAnswer(context, request, grantedUser(context, parameters)));
    } catch (error) {
      if (error instanceof OAuthError) return reply.code(400).send({ error: error.code, error_description: error.message });
      throw error;
    }
  });
  app.post('/services/oauth2/revoke', (request, reply) => {
    const token = new URLSearchParams(bodyText(request)).get('token') ?? '';
    if (!sessions.close(token))
      return reply.code(400).send({ error: 'unsupported_token_type', error_description: 'this token does not exist or is expired' });
    return reply.code(200).send('');
  });
  app.get('/services/oauth2/userinfo', (request) => identity(context, request, sessions.apiUser(request)));
  app.get('/id/:organization/:user', (request) => {
    const userId = sessions.apiUser(request);
    return identity(context, request, userId);
  });

  app.post('/services/Soap/u/:version', (request, reply) => soapLogin(context, request, reply));
  app.post('/services/Soap/c/:version', (request, reply) => soapLogin(context, request, reply));
  app.get('/services/oauth2/authorize', () => {
    throw new ApiError(
      501,
      'FUNCTIONALITY_NOT_ENABLED',
      `The local org has no login page: ask ${host.org.access.defaultUser().username} for a token at /services/oauth2/token.`
    );
  });
}

function bodyText(request: FastifyRequest): string {
  return Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
}

/** The user that a token request stands for. */
function grantedUser(context: Context, parameters: URLSearchParams): string {
  const { sessions, host } = context;
  switch (parameters.get('grant_type')) {
    case 'password': {
      const username = parameters.get('username');
      if (!username || !parameters.get('password'))
        throw new OAuthError('invalid_request', 'A password grant needs username and password.');
      return sessions.userByName(username) ?? unknownUser(username);
    }
    case 'client_credentials': {
      const client = parameters.get('client_id');
      if (!client) throw new OAuthError('invalid_client_id', 'client identifier invalid');
      // The connected app's run-as user in an org; here a client may be named after a user, else it is the default user.
      return sessions.userByName(client) ?? host.org.access.defaultUser().id;
    }
    case JWT: {
      const [, payload] = (parameters.get('assertion') ?? '').split('.');
      const username = payload ? (JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { sub?: string }).sub : undefined;
      if (!username) throw new OAuthError('invalid_grant', 'invalid assertion');
      return sessions.userByName(username) ?? unknownUser(username);
    }
    case null:
      throw new OAuthError('invalid_request', 'grant_type is missing');
    default:
      throw new OAuthError(
        'unsupported_grant_type',
        'grant type not supported: the local org knows password, client_credentials and jwt-bearer'
      );
  }
}

function unknownUser(username: string): never {
  throw new OAuthError('invalid_grant', `authentication failure: the local org has no active user ${username}`);
}

function baseUrl(request: FastifyRequest): string {
  return `${request.protocol}://${request.headers.host ?? '127.0.0.1'}`;
}

function tokenAnswer(context: Context, request: FastifyRequest, userId: string): unknown {
  const issued = String(context.host.org.clock.now());
  const id = `${baseUrl(request)}/id/${context.sessions.organizationId}/${userId}`;
  return {
    access_token: context.sessions.open(userId),
    instance_url: baseUrl(request),
    id,
    token_type: 'Bearer',
    issued_at: issued,
    scope: 'api',
    signature: createHash('sha256').update(id).update(issued).digest('base64')
  };
}

function identity(context: Context, request: FastifyRequest, userId: string): unknown {
  const user = context.host.org.access.user(userId);
  const url = baseUrl(request);
  const { organizationId } = context.sessions;
  return {
    id: `${url}/id/${organizationId}/${userId}`,
    sub: `${url}/id/${organizationId}/${userId}`,
    user_id: userId,
    organization_id: organizationId,
    username: user.username,
    preferred_username: user.username,
    display_name: user.name,
    name: user.name,
    active: true,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    timezone: user.timeZone,
    urls: {
      rest: `${url}/services/data/v{version}/`,
      sobjects: `${url}/services/data/v{version}/sobjects/`,
      query: `${url}/services/data/v{version}/query/`
    }
  };
}

/** The one call of the SOAP API that REST clients need. */
function soapLogin(context: Context, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const xml = bodyText(request);
  const element = (name: string): string | undefined => new RegExp(`<(?:\\w+:)?${name}>([^<]*)</`).exec(xml)?.[1];
  void reply.type('text/xml;charset=UTF-8');
  const envelope = (body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com" xmlns:sf="urn:fault.partner.soap.sforce.com"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
  const fault = (code: string, message: string): FastifyReply =>
    reply
      .code(500)
      .send(
        envelope(
          `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${code}: ${escapeXml(message)}</faultstring></soapenv:Fault>`
        )
      );
  if (!/<(?:\w+:)?login[\s>]/.test(xml))
    return fault('UNSUPPORTED_API_VERSION', 'The local org answers only login over SOAP; use the REST API.');
  const username = element('username') ?? '';
  const userId = context.sessions.userByName(username);
  if (!userId)
    return fault(
      'INVALID_LOGIN',
      `Invalid username, password, security token; or user locked out: the local org has no active user ${username}.`
    );
  const user = context.host.org.access.user(userId);
  const version = (request.params as { version: string }).version;
  const { organizationId } = context.sessions;
  const server = `${baseUrl(request)}/services/Soap/u/${version}/${organizationId.slice(0, 15)}`;
  return reply.send(
    envelope(
      `<loginResponse><result><metadataServerUrl>${server}</metadataServerUrl><passwordExpired>false</passwordExpired><sandbox>false</sandbox><serverUrl>${server}</serverUrl>` +
        `<sessionId>${context.sessions.open(userId)}</sessionId><userId>${userId}</userId><userInfo><organizationId>${organizationId}</organizationId>` +
        `<userFullName>${escapeXml(user.name)}</userFullName><userId>${userId}</userId><userName>${escapeXml(user.username)}</userName></userInfo></result></loginResponse>`
    )
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
