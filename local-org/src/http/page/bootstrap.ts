import type { Org, RunningUser } from '../../org/contracts.js';
import { SObject, toText } from '../../values/index.js';
import type { Bootstrap, TabModel, UserSummary } from '../../web/index.js';
import { asUser, type Context } from '../context.js';

/** All that the page has to know of the project and of its user before it draws. */
export function bootstrapOf(context: Context, userId: string): Bootstrap {
  const { org } = context.host;
  return asUser(context, userId, (_transaction, user) => {
    const users = userSummaries(org);
    const visible = Object.fromEntries(Object.entries(context.site.tabs).filter(([, tab]) => canOpen(org, user, tab)));
    return {
      user: users.find((summary) => summary.id === user.id) ?? { id: user.id, name: user.name, username: user.username, detail: '' },
      users,
      i18n: {
        locale: user.locale.replaceAll('_', '-'),
        lang: user.language.replaceAll('_', '-'),
        timeZone: user.timeZone,
        currency: 'USD'
      },
      labels: labels(org, user),
      customPermissions: org.metadata.customPermissions
        .filter((permission) => org.access.hasPermission(user, permission.name))
        .map((permission) => permission.name),
      userPermissions: context.site.userPermissions.filter((permission) => org.access.hasSystemPermission(user, permission)),
      resources: context.site.resources,
      apps: context.site.apps.map((app) => ({ ...app, tabs: app.tabs.filter((name) => name in visible) })),
      tabs: visible,
      pages: context.site.pages,
      objects: context.site.objects,
      components: context.site.components,
      quickActions: context.site.quickActions
    };
  });
}

function canOpen(org: Org, user: RunningUser, tab: TabModel): boolean {
  if (tab.target.kind !== 'object') return true;
  const object = org.schema.object(tab.target.object);
  return object !== undefined && org.access.canObject(user, object, 'read');
}

function labels(org: Org, user: RunningUser): Record<string, string> {
  return Object.fromEntries(org.metadata.labels.map((label) => [label.name, label.translations.get(user.language) ?? label.value]));
}

function userSummaries(org: Org): UserSummary[] {
  const list = org.queries.query('SELECT Id, Name, Username, Profile.Name FROM User WHERE IsActive = true ORDER BY Name', {
    accessLevel: 'SYSTEM_MODE',
    enforceSharing: false,
    internal: true
  });
  return (list.items as SObject[]).map((user) => {
    const profile = user.values.get('Profile');
    return {
      id: user.id!,
      name: toText(user.values.get('Name') ?? ''),
      username: toText(user.values.get('Username') ?? ''),
      detail: profile instanceof SObject ? toText(profile.values.get('Name') ?? '') : ''
    };
  });
}
