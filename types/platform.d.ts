/** Modules that Salesforce provides at run time and that no published package types. Only what the project uses. */

declare module '@salesforce/apex' {
  import type { WireAdapterConstructor } from 'lwc';

  /** What a wire adapter hands to a component: nothing yet, data, or an error. */
  export interface WireResult<Value> {
    readonly data?: Value;
    readonly error?: unknown;
  }

  type Given<Parameters> = { [Name in keyof Parameters]: NonNullable<Parameters[Name]> | undefined };

  export type ApexMethod<Parameters, Value> = (parameters: Parameters) => Promise<Value>;

  export interface CacheableApexMethod<Parameters, Value> {
    (parameters: Parameters): Promise<Value>;
    adapter: WireAdapterConstructor<Given<Parameters>, WireResult<Value>>;
  }

  export function refreshApex(wiredResult: unknown): Promise<void>;
}

declare module '@salesforce/i18n/locale' {
  const locale: string;
  export default locale;
}

declare module '@salesforce/resourceUrl/papaparse' {
  const url: string;
  export default url;
}

declare module '@salesforce/user/Id' {
  /** The user who looks at the page; undefined for guests. */
  const userId: string | undefined;
  export default userId;
}

declare module 'lightning/datatable' {
  import { LightningElement } from 'lwc';

  /** To be extended with cell types of one's own in the static property `customTypes`. */
  export default class LightningDatatable extends LightningElement {
    static customTypes?: Readonly<
      Record<
        string,
        {
          readonly template: unknown;
          readonly editTemplate?: unknown;
          readonly standardCellLayout?: boolean;
          readonly typeAttributes?: readonly string[];
        }
      >
    >;
  }
}

declare module 'lightning/empApi' {
  export interface EventSubscription {
    readonly id: string;
    readonly channel: string;
  }
  export interface EventMessage<Payload> {
    readonly channel: string;
    readonly data: { readonly payload: Payload; readonly event: { readonly replayId: number } };
  }
  export function subscribe<Payload>(
    channel: string,
    replayId: number,
    onMessage: (message: EventMessage<Payload>) => void
  ): Promise<EventSubscription>;
  export function unsubscribe(subscription: EventSubscription, onAnswer?: (answer: unknown) => void): Promise<unknown>;
  export function onError(listener: (error: unknown) => void): void;
  export function isEmpEnabled(): Promise<boolean>;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';

  export default class LightningModal extends LightningElement {
    /** Opens the modal with these properties; resolves with what it is closed with, undefined where it was cancelled. */
    static open<Result = unknown>(
      properties: Readonly<Record<string, unknown>> & {
        readonly label?: string;
        readonly size?: 'small' | 'medium' | 'large' | 'full';
        readonly description?: string;
        readonly disableClose?: boolean;
      }
    ): Promise<Result | undefined>;
    size: 'small' | 'medium' | 'large' | 'full';
    label: string;
    description: string;
    /** While true, neither Esc nor the close button closes. */
    disableClose: boolean;
    close(result?: unknown): void;
  }
}

declare module 'lightning/messageService' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface MessageChannel {
    readonly channelName: string;
  }
  export interface WiredMessageContext {
    readonly messageContext?: never;
  }
  export interface MessageSubscription {
    readonly messageSubscription?: never;
  }
  export const APPLICATION_SCOPE: unique symbol;
  export const MessageContext: WireAdapterConstructor<Record<string, never>, WiredMessageContext>;
  /** For modules that are no component and so can't be wired; to be released by `releaseMessageContext`. */
  export function createMessageContext(): WiredMessageContext;
  export function releaseMessageContext(context: WiredMessageContext): void;
  export function publish(context: WiredMessageContext, channel: MessageChannel, message: object): void;
  export function subscribe<Message>(
    context: WiredMessageContext,
    channel: MessageChannel,
    listener: (message: Message) => void,
    options?: { readonly scope: typeof APPLICATION_SCOPE }
  ): MessageSubscription;
  export function unsubscribe(subscription: MessageSubscription | null): void;
}

declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';

  export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string | undefined>>;
    readonly state?: Readonly<Record<string, string | undefined>>;
  }
  export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference>;

  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;
  interface Navigates {
    [Navigate](reference: PageReference, replace?: boolean): void;
    [GenerateUrl](reference: PageReference): Promise<string>;
  }
  export const NavigationMixin: {
    (base: typeof LightningElement): new () => LightningElement & Navigates;
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
}

declare module 'lightning/platformResourceLoader' {
  /** Loads a static resource's script once a page. */
  export function loadScript(component: object, url: string): Promise<void>;
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: {
      readonly title: string;
      readonly message?: string;
      readonly variant?: 'info' | 'success' | 'warning' | 'error';
      readonly mode?: 'dismissible' | 'pester' | 'sticky';
    });
  }
}
