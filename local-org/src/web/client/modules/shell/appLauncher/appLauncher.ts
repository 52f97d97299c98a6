import LightningModal from 'lightning/modal';
import type { AppModel, TabModel } from '../../../../site/model.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { tabUrl } from '../../../runtime/tabs.js';

/** All apps and all tabs, with a search over both. Closes with `{app}` or `{url}`. */
export default class AppLauncher extends LightningModal {
  search = '';

  get apps(): (AppModel & { initials: string; style: string })[] {
    return bootstrap()
      .apps.filter((app) => this.matches(app.label))
      .map((app) => ({
        ...app,
        initials: app.label
          .split(/\s+/)
          .map((word) => word[0])
          .join('')
          .slice(0, 2)
          .toUpperCase(),
        style: app.color ? `background-color: ${app.color}` : ''
      }));
  }

  get tabs(): TabModel[] {
    return Object.values(bootstrap().tabs)
      .filter((tab) => tab.target.kind !== 'unsupported' && this.matches(tab.label))
      .sort((a, b) => a.label.localeCompare(b.label));
  }

  get nothing(): boolean {
    return this.apps.length === 0 && this.tabs.length === 0;
  }

  get hasApps(): boolean {
    return this.apps.length > 0;
  }

  get hasTabs(): boolean {
    return this.tabs.length > 0;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.search = event.detail.value;
  }

  handleApp(event: Event): void {
    this.close({ app: (event.currentTarget as HTMLElement).dataset.name });
  }

  handleTab(event: Event): void {
    const tab = bootstrap().tabs[(event.currentTarget as HTMLElement).dataset.name!];
    this.close({ url: tabUrl(tab) });
  }

  private matches(label: string): boolean {
    return label.toLowerCase().includes(this.search.trim().toLowerCase());
  }
}
