import { LightningElement, api } from 'lwc';
import type { AppModel, TabModel } from '../../../../site/model.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { tabUrl } from '../../../runtime/tabs.js';

/** What is shown at the root when the project has no home page of its own: where one can go. */
export default class Home extends LightningElement {
  @api app!: AppModel;

  get greeting(): string {
    return `Hello, ${bootstrap().user.name}`;
  }

  get tabs(): (TabModel & { url: string })[] {
    return this.app.tabs
      .map((name) => bootstrap().tabs[name])
      .filter((tab) => tab.target.kind !== 'home')
      .map((tab) => ({ ...tab, url: tabUrl(tab) }));
  }
}
