/** Modules that only the bundler knows. */

declare module 'local-org:components' {
  import type { LightningElement } from 'lwc';
  export const components: Readonly<Record<string, () => Promise<{ default: typeof LightningElement }>>>;
}

declare module 'lightning/toast' {
  const Toast: { show(configuration: Readonly<Record<string, unknown>>): void };
  export default Toast;
}

declare module 'lightning/toastContainer' {
  const ToastContainer: { instance(): { maxToasts: number } };
  export default ToastContainer;
}

declare module 'lightning/confirm' {
  const LightningConfirm: { open(configuration: Readonly<Record<string, unknown>>): Promise<boolean> };
  export default LightningConfirm;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  export default class LightningModal extends LightningElement {
    size: string;
    label: string;
    disableClose: boolean;
    close(result?: unknown): void;
    static open(configuration: Readonly<Record<string, unknown>>): Promise<unknown>;
  }
}

declare module '@lwc/synthetic-shadow';

declare module 'lightning/iconUtils' {
  export function getIconPath(name: string | null): string;
}

declare module 'lightning-base-components/primitiveIcon' {
  import { LightningElement } from 'lwc';
  export default class PackagedIcon extends LightningElement {
    src?: string;
    iconName: string | null;
    get href(): string;
  }
}

declare module 'lightning/recordEditForm' {
  import { LightningElement } from 'lwc';
  export default class RecordEditForm extends LightningElement {}
}
