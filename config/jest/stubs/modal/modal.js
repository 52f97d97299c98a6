import { LightningElement, api } from 'lwc';

/** sfdx-lwc-jest has no stub of lightning/modal. `open` is for the test to answer; a modal that closes says with what by the event `close`. */
export default class Modal extends LightningElement {
  static open = jest.fn(() => Promise.resolve(undefined));

  @api description;
  @api disableClose;
  @api label;
  @api size;

  @api
  close(result) {
    this.dispatchEvent(new CustomEvent('close', { detail: result }));
  }
}
