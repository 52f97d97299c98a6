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
  export function publish(context: WiredMessageContext, channel: MessageChannel, message: object): void;
  export function subscribe<Message>(
    context: WiredMessageContext,
    channel: MessageChannel,
    listener: (message: Message) => void,
    options?: { readonly scope: typeof APPLICATION_SCOPE }
  ): MessageSubscription;
  export function unsubscribe(subscription: MessageSubscription | null): void;
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
