import type { Bootstrap } from '../../site/model.js';

let current: Bootstrap | null = null;

/** Fetches what the page has to know before any component's module is loaded. */
export async function loadBootstrap(): Promise<void> {
  const response = await fetch('/bootstrap.json');
  if (!response.ok) throw new Error(`The local org did not answer (${response.status} ${response.statusText}).`);
  current = (await response.json()) as Bootstrap;
}

export function bootstrap(): Bootstrap {
  if (!current) throw new Error('The page is not loaded yet.');
  return current;
}

/** `@salesforce/label/c.Name`. A label that is missing can't be deployed, so it fails here too. */
export function label(name: string): string {
  const value = bootstrap().labels[name];
  if (value === undefined) throw new Error(`Custom label ${name} does not exist.`);
  return value;
}

/** `@salesforce/resourceUrl/Name` */
export function resourceUrl(name: string): string {
  const url = bootstrap().resources[name];
  if (url === undefined) throw new Error(`Static resource ${name} does not exist.`);
  return url;
}

/** `@salesforce/customPermission/Name`: true or undefined, never false (LWC Developer Guide, Check Permissions). */
export function customPermission(name: string): true | undefined {
  return bootstrap().customPermissions.includes(name) ? true : undefined;
}

/** `@salesforce/userPermission/Name` */
export function userPermission(name: string): true | undefined {
  return bootstrap().userPermissions.includes(name) ? true : undefined;
}

export function userId(): string {
  return bootstrap().user.id;
}

export function isGuest(): boolean {
  return false;
}

/** `@salesforce/i18n/…` where the answer is the user's. */
export function i18n(name: string): string {
  return bootstrap().i18n[name];
}

/** `@salesforce/client/formFactor`: what the browser is, not how wide its window is at the moment. */
export function formFactor(): 'Large' | 'Medium' | 'Small' {
  if (!/Mobi|Android|iPad/i.test(navigator.userAgent)) return 'Large';
  return /iPad|Tablet/i.test(navigator.userAgent) ? 'Medium' : 'Small';
}
