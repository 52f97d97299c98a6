import { rememberStatus, takeStatus } from 'c/chosenStatus';

describe('chosenStatus', () => {
  it('gives the status of a campaign once', () => {
    rememberStatus({ campaignId: '701', status: 'Sent' });
    rememberStatus({ campaignId: '701', status: 'Called' });

    expect(takeStatus('702')).toBeUndefined();
    expect(takeStatus('701')).toBe('Called');
    expect(takeStatus('701')).toBeUndefined();
  });
});
