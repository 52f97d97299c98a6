import { createElement } from 'lwc';
import getCampaignName from '@salesforce/apex/CampaignPickerController.getCampaignName';
import { CurrentPageReference, navigate } from 'lightning/navigation';
import CampaignMembersPage from 'c/campaignMembersPage';

jest.mock(
  '@salesforce/apex/CampaignPickerController.getCampaignName',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('lightning/navigation', () => {
  const went = jest.fn();
  const Navigate = Symbol('Navigate');
  const mixin = (Base) =>
    class extends Base {
      [Navigate](...parameters) {
        went(...parameters);
      }
    };
  return {
    CurrentPageReference: require('@salesforce/sfdx-lwc-jest').createTestWireAdapter(jest.fn()),
    NavigationMixin: Object.assign(mixin, { Navigate }),
    navigate: went
  };
});
jest.mock('c/campaignStatusEditor', () => {
  const { LightningElement, registerDecorators } = require('lwc');
  class Editor extends LightningElement {}
  registerDecorators(Editor, { publicProps: { recordId: {} } });
  return { __esModule: true, default: Editor };
});

const campaignId = '701000000000001AAA';
const page = { type: 'standard__navItemPage', attributes: { apiName: 'Campaign_Member_Statuses' }, state: { c__view: 'a' } };
const settle = (): Promise<void> => new Promise(process.nextTick);

async function show(reference: object = page): Promise<HTMLElement> {
  const element = createElement('c-campaign-members-page', { is: CampaignMembersPage });
  document.body.appendChild(element);
  CurrentPageReference.emit(reference);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-campaign-members-page', () => {
  it('asks for a campaign', async () => {
    const element = await show();

    expect(find(element, 'c-view-state')).toMatchObject({ isEmpty: true, emptyHeading: 'Choose a campaign' });
    expect(find(element, 'c-campaign-status-editor')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows the members of the campaign that is chosen, and puts it into the address', async () => {
    const element = await show();
    find(element, 'c-campaign-picker')!.dispatchEvent(new CustomEvent('choose', { detail: { campaignId, name: 'Spring Webinar' } }));
    await settle();

    expect(find(element, 'c-campaign-status-editor')!.recordId).toBe(campaignId);
    expect(find(element, 'c-campaign-picker')!.value).toBe('Spring Webinar');
    expect(navigate).toHaveBeenCalledWith({ ...page, state: { c__view: 'a', c__campaignId: campaignId } }, true);
    await expect(element).toBeAccessible();
  });

  it('shows the campaign of the address by its name', async () => {
    const element = await show({ ...page, state: { c__campaignId: campaignId } });
    getCampaignName.emit('Autumn Fair');
    await settle();

    expect(getCampaignName.getLastConfig()).toEqual({ campaignId });
    expect(find(element, 'c-campaign-picker')!.value).toBe('Autumn Fair');
    expect(find(element, 'c-campaign-status-editor')!.recordId).toBe(campaignId);
  });

  it('forgets the name with the campaign when somebody goes back', async () => {
    const element = await show({ ...page, state: { c__campaignId: campaignId } });
    getCampaignName.emit('Autumn Fair');
    await settle();
    CurrentPageReference.emit(page);
    await settle();

    expect(find(element, 'c-campaign-picker')!.value).toBe('');
    expect(find(element, 'c-view-state')!.isEmpty).toBe(true);
  });

  it('says so where that campaign can not be read, and lets another be chosen', async () => {
    const element = await show({ ...page, state: { c__campaignId: campaignId } });
    getCampaignName.error({ message: 'This campaign does not exist.' }, 404);
    await settle();
    expect(find(element, 'c-view-state')!.error.body.message).toContain('does not exist');
    expect(find(element, 'c-campaign-status-editor')).toBeNull();
    await expect(element).toBeAccessible();

    find(element, 'c-view-state')!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(find(element, 'c-view-state')!.isEmpty).toBe(true);
  });
});
