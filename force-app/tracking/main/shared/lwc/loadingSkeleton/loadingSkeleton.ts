import { LightningElement, api } from 'lwc';
import loading from '@salesforce/label/c.Shared_Loading';

/** Grey shapes in the place of rows that are being loaded. */
export default class LoadingSkeleton extends LightningElement {
  /** How many rows to draw. */
  @api rows = 5;

  readonly loading = loading;

  get shapes(): readonly { readonly key: number }[] {
    return Array.from({ length: Number(this.rows) }, (_, key) => ({ key }));
  }
}
