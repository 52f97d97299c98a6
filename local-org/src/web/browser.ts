import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';

/** Where a Chromium is, and how it was found. */
export interface FoundBrowser {
  readonly executable: string;
  readonly source: 'environment' | 'installed' | 'package';
  /** Flags that this build needs. */
  readonly arguments: readonly string[];
}

export const BROWSER_VARIABLE = 'LOCAL_ORG_BROWSER';

/** No profile, no sandbox (containers), no traffic of its own. */
const FLAGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium'
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const root = process.env[variable];
    return root ? [path.join(root, 'Google/Chrome/Application/chrome.exe'), path.join(root, 'Microsoft/Edge/Application/msedge.exe')] : [];
  })
};

export class NoBrowser extends Error {
  readonly code = 'NO_BROWSER';
}

/** Finds a Chromium: the one that an environment variable names, an installed one, or the one inside @sparticuz/chromium (Linux x64). */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env[BROWSER_VARIABLE];
  if (named) {
    if (existsSync(named)) return { executable: named, source: 'environment', arguments: FLAGS };
    throw new NoBrowser(`${BROWSER_VARIABLE} names ${named}, which does not exist.`);
  }
  const installed = INSTALLED[process.platform]?.find((candidate) => existsSync(candidate));
  if (installed) return { executable: installed, source: 'installed', arguments: FLAGS };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: chromium } = await import('@sparticuz/chromium');
    return {
      executable: await chromium.executablePath(),
      source: 'package',
      arguments: [...new Set([...chromium.args.filter((flag) => !flag.startsWith('--headless')), ...FLAGS])]
    };
  }
  throw new NoBrowser(`No Chromium, Chrome or Edge was found: install one, or name its executable in ${BROWSER_VARIABLE}.`);
}

/** Starts the browser that `findBrowser` finds. */
export async function launchBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const found = await findBrowser();
  return chromium.launch({ executablePath: found.executable, args: [...found.arguments], headless: true });
}
