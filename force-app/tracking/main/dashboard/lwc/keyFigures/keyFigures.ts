import { LightningElement, api } from 'lwc';
import previous from '@salesforce/label/c.Dashboard_Previous';
import previousRule from '@salesforce/label/c.Dashboard_Previous_Rule';
import { fillIn, formatPoints, formatShare } from 'c/textFormat';
import { toFigures, type KeyFigure } from './figureModel';

/** How a campaign is doing, in eight numbers. */
export default class KeyFigures extends LightningElement {
  @api dashboard?: Apex.CampaignDashboard;

  get figures(): readonly KeyFigure[] {
    return this.dashboard ? toFigures(this.dashboard) : [];
  }

  get comparison(): { readonly text: string; readonly rule: string } | undefined {
    const compared = this.dashboard?.previous;
    if (!compared) return undefined;
    return {
      text: fillIn(previous, formatPoints(compared.difference), compared.name),
      rule: fillIn(previousRule, formatShare(compared.responseRate))
    };
  }
}
