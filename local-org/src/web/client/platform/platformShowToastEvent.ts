export interface ToastDetail {
  readonly title: string;
  readonly message?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'dismissable' | 'pester' | 'sticky';
}

/** The platform's toast event, with `title`; not the one of the base components' package, which has `label`. */
export class ShowToastEvent extends CustomEvent<ToastDetail> {
  constructor(detail: ToastDetail) {
    super('lightning__showtoast', { bubbles: true, composed: true, cancelable: true, detail });
  }
}

export const ShowToastEventName = 'lightning__showtoast';
