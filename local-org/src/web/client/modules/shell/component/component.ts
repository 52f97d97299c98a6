import { LightningElement, api } from 'lwc';
import { components } from 'local-org:components';
import type { ItemModel, PageModel } from '../../../../site/model.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { errorText } from '../../../runtime/errors.js';
import { standardComponents } from '../../../runtime/standardComponents.js';

type ElementClass = new () => LightningElement;

interface Problem {
  readonly heading: string;
  readonly text: string;
  readonly details: string;
}

/**
 * One component of a page, the project's or a standard one, with its design properties. It is also the component's error boundary:
 * what fails in it while it loads or draws is shown in its place, and the rest of the page goes on.
 */
export default class Component extends LightningElement {
  /** `c:name` or a standard component; null for a field instance. */
  @api name: string | null = null;
  @api item?: ItemModel;
  @api page?: PageModel;
  @api recordId?: string;
  @api objectApiName?: string;

  constructorFunction: ElementClass | null = null;
  problem: Problem | null = null;
  note: string | null = null;

  connectedCallback(): void {
    void this.load();
  }

  errorCallback(error: Error, stack: string): void {
    this.fail(error, stack);
  }

  get title(): string {
    const name = this.name?.replace(/^c:/, '') ?? '';
    return bootstrap().components[name]?.label || name;
  }

  get loading(): boolean {
    return !this.constructorFunction && !this.problem && !this.note;
  }

  /** Everything the component is given; standard components of the shell also get the page they are on, for its facets. */
  get properties(): Record<string, unknown> {
    const standard = standardComponents[this.name ?? 'field'];
    if (standard) return { item: this.item, page: this.page, recordId: this.recordId, objectApiName: this.objectApiName };
    return { ...this.designProperties, ...this.contextProperties };
  }

  get notDrawn(): string {
    return `${this.name} is a standard component that the local org doesn't draw.`;
  }

  private get componentName(): string {
    return this.name!.replace(/^c:/, '');
  }

  private get designProperties(): Record<string, unknown> {
    const declared = bootstrap().components[this.componentName]?.properties ?? {};
    const values: Record<string, unknown> = {};
    for (const [name, { type, default: initial }] of Object.entries(declared)) if (initial !== null) values[name] = typed(initial, type);
    for (const [name, text] of Object.entries(this.item?.properties ?? {})) values[name] = typed(text, declared[name]?.type ?? 'String');
    return values;
  }

  /** The platform gives recordId and objectApiName to components that ask for them. */
  private get contextProperties(): Record<string, unknown> {
    const wanted: Record<string, unknown> = { recordId: this.recordId, objectApiName: this.objectApiName, flexipageRegionWidth: 'LARGE' };
    const prototype = this.constructorFunction?.prototype as object;
    return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => value !== undefined && name in prototype));
  }

  private async load(): Promise<void> {
    const standard = standardComponents[this.name ?? 'field'];
    if (standard) {
      this.constructorFunction = standard;
      return;
    }
    const load = components[this.componentName];
    if (!load) {
      if (this.name!.startsWith('c:') || !this.name!.includes(':'))
        this.fail(new Error(`There is no Lightning web component c/${this.componentName}.`), '');
      else this.note = this.notDrawn;
      return;
    }
    try {
      this.constructorFunction = (await load()).default;
    } catch (error) {
      this.fail(error, '');
    }
  }

  private fail(error: unknown, stack: string): void {
    this.constructorFunction = null;
    this.problem = {
      heading: `The component ${this.title} failed`,
      text: errorText(error),
      details: [error instanceof Error ? error.stack : '', stack].filter(Boolean).join('\n')
    };
  }
}

/** App Builder stores every property as text; its design type says what the component gets. */
function typed(text: string, type: string): unknown {
  switch (type.toLowerCase()) {
    case 'boolean':
      return text.toLowerCase() === 'true';
    case 'integer':
      return text === '' ? undefined : Number(text);
    default:
      return text;
  }
}
