import { LightningElement, api } from 'lwc';

/** Grey lines where something is about to be: the page doesn't jump when it comes. */
export default class Skeleton extends LightningElement {
  @api lines = 3;

  get rows(): { key: number; style: string }[] {
    return Array.from({ length: this.lines }, (_, key) => ({ key, style: `width: ${[92, 78, 85, 64][key % 4]}%` }));
  }
}
