import { LightningElement } from 'lwc';
import type { UserSummary } from '../../../../site/model.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { errorText } from '../../../runtime/errors.js';
import { call } from '../../../runtime/http.js';
import { toast } from '../../../runtime/toasts.js';

/** The white strip on top: whose org this is, and as whom it is seen. */
export default class GlobalHeader extends LightningElement {
  get user(): UserSummary {
    return bootstrap().user;
  }

  get menuLabel(): string {
    return `Viewing as ${this.user.name}`;
  }

  get users(): { user: UserSummary; label: string; checked: boolean }[] {
    return bootstrap().users.map((user) => ({
      user,
      label: user.detail ? `${user.name} (${user.detail})` : user.name,
      checked: user.id === this.user.id
    }));
  }

  async handleUser(event: CustomEvent<{ value: string }>): Promise<void> {
    if (event.detail.value === this.user.id) return;
    try {
      await call('POST', '/session', { userId: event.detail.value });
      // Labels, permissions and data all belong to the user: everything is loaded anew.
      location.reload();
    } catch (error) {
      toast({ title: 'The user could not be changed', message: errorText(error), variant: 'error' });
    }
  }
}
