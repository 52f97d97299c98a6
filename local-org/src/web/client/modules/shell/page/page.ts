import { LightningElement, api } from 'lwc';
import type { AppModel, PageModel } from '../../../../site/model.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import type { PageReference } from '../../../runtime/router.js';

/** Key of the object whose records are reports. */
const REPORT = 'Report';

/** Chooses what to draw for a page reference. */
export default class Page extends LightningElement {
  @api app!: AppModel;
  @api page!: PageReference;

  get objectApiName(): string | undefined {
    return this.page.attributes.objectApiName;
  }

  get recordId(): string | undefined {
    return this.page.attributes.recordId;
  }

  /** One element a record: a page of another record starts afresh. */
  get records(): { key: string; recordId: string; objectApiName: string; relationship: string | undefined; edit: boolean }[] {
    const { recordId, objectApiName, relationshipApiName, actionName } = this.page.attributes;
    if (!/^standard__record(Relationship)?Page$/.test(this.page.type) || !recordId || !objectApiName || !bootstrap().objects[objectApiName])
      return [];
    if (objectApiName === REPORT) return [];
    return [
      {
        key: `${recordId}/${relationshipApiName ?? ''}`,
        recordId,
        objectApiName,
        relationship: relationshipApiName,
        edit: actionName === 'edit'
      }
    ];
  }

  get lists(): { key: string; objectApiName: string; create: boolean }[] {
    if (this.page.type !== 'standard__objectPage' || !this.objectApiName || !bootstrap().objects[this.objectApiName]) return [];
    if (this.objectApiName === REPORT) return [];
    return [{ key: this.objectApiName, objectApiName: this.objectApiName, create: this.page.attributes.actionName === 'new' }];
  }

  /** FlexiPages of app and home pages. */
  get pages(): { key: string; page: PageModel }[] {
    const { tabs, pages } = bootstrap();
    let name: string | null = null;
    if (this.page.type === 'standard__navItemPage') {
      const target = tabs[this.page.attributes.apiName ?? '']?.target;
      name = target?.kind === 'page' ? target.page : null;
    } else if (this.page.type === 'standard__namedPage') {
      name = this.app.homePage;
    }
    return name && pages[name] ? [{ key: name, page: pages[name] }] : [];
  }

  /** A component on its own page: a tab of it, or `standard__component`. */
  get components(): { key: string; name: string }[] {
    const target = this.page.type === 'standard__navItemPage' ? bootstrap().tabs[this.page.attributes.apiName ?? '']?.target : undefined;
    const name =
      target?.kind === 'component'
        ? target.component
        : this.page.type === 'standard__component'
          ? this.page.attributes.componentName?.replace(/^c(__|:)/, '')
          : undefined;
    return name ? [{ key: name, name: `c:${name}` }] : [];
  }

  /** Reports have pages of their own. */
  get reportHome(): boolean {
    return this.page.type === 'standard__objectPage' && this.objectApiName === REPORT;
  }

  get reports(): { key: string; recordId: string }[] {
    const { recordId } = this.page.attributes;
    return this.page.type === 'standard__recordPage' && this.objectApiName === REPORT && recordId ? [{ key: recordId, recordId }] : [];
  }

  get home(): boolean {
    return this.page.type === 'standard__namedPage' && this.pages.length === 0;
  }

  get problem(): string | null {
    if (
      this.home ||
      this.reportHome ||
      this.reports.length ||
      this.records.length ||
      this.lists.length ||
      this.pages.length ||
      this.components.length
    )
      return null;
    const tab = bootstrap().tabs[this.page.attributes.apiName ?? ''];
    if (tab?.target.kind === 'unsupported') return tab.target.reason;
    if (this.page.type === 'standard__navItemPage') return `There is no tab ${this.page.attributes.apiName}.`;
    if (this.recordId && !this.objectApiName) return `${this.recordId} is not the id of a record of this org.`;
    return `There is no object ${this.objectApiName ?? ''}.`;
  }
}
