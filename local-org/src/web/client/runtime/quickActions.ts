import { createElement } from 'lwc';
import { components } from 'local-org:components';
import type { QuickActionModel } from '../../site/model.js';
import { errorText } from './errors.js';
import { toast } from './toasts.js';

interface Context {
  readonly recordId: string;
  readonly objectApiName: string;
}

interface HeadlessAction extends HTMLElement {
  invoke(): unknown;
}

/** Runs a headless quick action: the component is created off the page and its `invoke()` is called (LWC Developer Guide, headless quick actions). */
export async function invokeHeadless(action: QuickActionModel, context: Context): Promise<void> {
  let element: HeadlessAction | undefined;
  try {
    const load = components[action.component];
    if (!load) throw new Error(`There is no Lightning web component c/${action.component}.`);
    const { default: constructor } = await load();
    element = createElement(`c-${action.component}`.toLowerCase(), { is: constructor }) as unknown as HeadlessAction;
    for (const [name, value] of Object.entries({ ...context }))
      if (name in (constructor.prototype as object)) Object.assign(element, { [name]: value });
    element.hidden = true;
    document.body.append(element);
    await element.invoke();
  } catch (error) {
    toast({ title: `${action.label} failed`, message: errorText(error), variant: 'error' });
  } finally {
    element?.remove();
  }
}
