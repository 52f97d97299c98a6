import type { LightningElement } from 'lwc';
import { currentPage, navigate, onPageChange, urlOf, type PageReference } from '../runtime/router.js';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

type Constructor = new (...args: never[]) => LightningElement;

interface Mixin {
  (Base: Constructor): Constructor;
  readonly Navigate: typeof Navigate;
  readonly GenerateUrl: typeof GenerateUrl;
}

/** `NavigationMixin`: adds navigation by page reference to a component. */
export const NavigationMixin: Mixin = Object.assign(
  (Base: Constructor) =>
    class extends Base {
      [Navigate](reference: PageReference, options?: boolean | { replace?: boolean }): void {
        navigate(
          JSON.parse(JSON.stringify(reference)) as PageReference,
          typeof options === 'object' ? options.replace === true : options === true
        );
      }
      async [GenerateUrl](reference: PageReference): Promise<string> {
        return urlOf(JSON.parse(JSON.stringify(reference)) as PageReference);
      }
    },
  { Navigate, GenerateUrl } as const
);

/** Wire adapter: the page that is shown, again whenever it changes. */
export class CurrentPageReference {
  private stop: (() => void) | null = null;

  constructor(private readonly callback: (reference: PageReference) => void) {}

  connect(): void {
    this.callback(currentPage());
    this.stop = onPageChange((reference) => this.callback(reference));
  }

  update(): void {
    // It takes no parameters.
  }

  disconnect(): void {
    this.stop?.();
    this.stop = null;
  }
}
