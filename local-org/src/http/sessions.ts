import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { SObject, type ApexList } from '../values/index.js';
import type { Org } from '../org/contracts.js';
import { ApiError } from './errors.js';

const COOKIE = 'local_org_user';
/** How an organisation's id begins; the local org has the one that Organization holds, or this. */
const FALLBACK_ORG_ID = '00D000000000001EAA';

/** Who makes a request: API clients by their access token, the page by a cookie, otherwise the default user. */
export class Sessions {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly org: Org) {}

  /** A new access token for the user. */
  open(userId: string): string {
    const token = `${FALLBACK_ORG_ID.slice(0, 15)}!${randomBytes(36).toString('base64url')}`;
    this.tokens.set(token, userId);
    return token;
  }

  close(token: string): boolean {
    return this.tokens.delete(token);
  }

  get organizationId(): string {
    return FALLBACK_ORG_ID;
  }

  /** The user of an API request; without a valid token there is none. */
  apiUser(request: FastifyRequest): string {
    const token = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const userId = token && this.tokens.get(token.trim());
    if (!userId) throw new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    return userId;
  }

  /** The user of the page. */
  pageUser(request: FastifyRequest): string {
    const chosen = cookie(request, COOKIE);
    return chosen && this.activeUser(`Id = '${chosen.replace(/[^a-zA-Z0-9]/g, '')}'`) ? chosen : this.org.access.defaultUser().id;
  }

  /** The header that makes the page another user's. */
  pageCookie(userId: string): string {
    return `${COOKIE}=${userId}; Path=/; SameSite=Strict; HttpOnly`;
  }

  userByName(username: string): string | null {
    return this.activeUser(`Username = '${username.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`);
  }

  private activeUser(condition: string): string | null {
    const list: ApexList = this.org.queries.query(`SELECT Id FROM User WHERE IsActive = true AND ${condition} LIMIT 1`, {
      accessLevel: 'SYSTEM_MODE',
      enforceSharing: false,
      internal: true
    });
    const [user] = list.items;
    return user instanceof SObject ? user.id : null;
  }
}

function cookie(request: FastifyRequest, name: string): string | null {
  const pair = (request.headers.cookie ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair ? pair.slice(name.length + 1) : null;
}
