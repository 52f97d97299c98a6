import { LightningElement } from 'lwc';
import type { AppModel } from '../../../../site/model.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { currentPage, onPageChange, type PageReference } from '../../../runtime/router.js';
import { toast } from '../../../runtime/toasts.js';

const CHOSEN_APP = 'local-org:app';

/** The frame around every page: header, navigation, and the page that the address names. */
export default class App extends LightningElement {
  page: PageReference = currentPage();
  appName = chosenApp();

  connectedCallback(): void {
    onPageChange((page) => {
      this.page = page;
      document.title = this.app.label;
      window.scrollTo(0, 0);
    });
    // An error in an event handler reaches no component's error boundary; without this it would only be in the console.
    window.addEventListener('error', (event) => {
      if (event.error) toast({ title: 'A component failed', message: event.message, variant: 'error', mode: 'sticky' });
    });
  }

  get app(): AppModel {
    const { apps } = bootstrap();
    return apps.find((app) => app.name === this.appName) ?? apps[0];
  }

  handleApp(event: CustomEvent<{ app: string }>): void {
    this.appName = event.detail.app;
    localStorage.setItem(CHOSEN_APP, event.detail.app);
  }
}

function chosenApp(): string {
  return localStorage.getItem(CHOSEN_APP) ?? bootstrap().apps[0].name;
}
