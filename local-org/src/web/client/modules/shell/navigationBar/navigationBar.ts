import { LightningElement, api } from 'lwc';
import AppLauncher from 'shell/appLauncher';
import type { AppModel, TabModel } from '../../../../site/model.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { go, navigate, type PageReference } from '../../../runtime/router.js';
import { isTabOf, tabUrl } from '../../../runtime/tabs.js';

interface Item {
  readonly tab: TabModel;
  readonly url: string;
  readonly external: boolean;
  readonly className: string;
  readonly current: 'page' | undefined;
}

/** App launcher, name of the app, and its tabs. */
export default class NavigationBar extends LightningElement {
  @api app!: AppModel;
  @api page!: PageReference;

  get items(): Item[] {
    const tabs = this.app.tabs.map((name) => bootstrap().tabs[name]);
    const active = tabs.find((tab) => isTabOf(tab, this.page));
    return tabs.map((tab) => ({
      tab,
      url: tabUrl(tab),
      external: tab.target.kind === 'url',
      className: tab === active ? 'slds-context-bar__item slds-is-active' : 'slds-context-bar__item',
      current: tab === active ? 'page' : undefined
    }));
  }

  async openLauncher(): Promise<void> {
    const choice = (await AppLauncher.open({ size: 'medium', label: 'App Launcher' })) as { app?: string; url?: string } | undefined;
    if (choice?.app) {
      this.dispatchEvent(new CustomEvent('appchange', { detail: { app: choice.app } }));
      const [first] = bootstrap().apps.find((app) => app.name === choice.app)?.tabs ?? [];
      if (first) this.openTab(bootstrap().tabs[first]);
    } else if (choice?.url) {
      go(choice.url);
    }
  }

  private openTab(tab: TabModel): void {
    if (tab.target.kind === 'url') navigate({ type: 'standard__webPage', attributes: { url: tab.target.url } });
    else go(tabUrl(tab));
  }
}
