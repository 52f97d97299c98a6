import { countsNote, toBars } from 'c/statusBreakdown';
import dashboard from '../../campaignStatusDashboard/__tests__/data/dashboard.json';

function figures(changes: object): Apex.CampaignDashboard {
  return { ...dashboard, ...changes } as Apex.CampaignDashboard;
}

describe('toBars', () => {
  it('keeps the order and lets the largest status fill the width', () => {
    const bars = toBars(dashboard.statuses);

    expect(bars.map(({ label }) => label)).toEqual(['Called', 'Called again', 'Subscribed', 'Old status']);
    expect(bars[0]!.style).toBe('width: 100.00%');
    expect(bars[1]!.style).toBe('width: 65.63%');
    expect(bars[0]!.shareText).toBe('53.3%');
    expect(bars[2]!.hasResponded).toBe(true);
    expect(bars[3]!.isGone).toBe(true);
  });

  it('puts a bar into words', () => {
    const descriptions = toBars(dashboard.statuses).map(({ description }) => description);

    expect(descriptions[0]).toBe('Called: 24,103 members, 53.3%');
    expect(descriptions[2]).toBe('Subscribed: 5,279 members, 11.7%, Counts as responded');
    expect(descriptions[3]).toBe('Old status: 10 members, 0%, No longer a status of this campaign');
  });

  it('names members without a status', () => {
    const [bar] = toBars([{ hasResponded: false, isDefault: false, isOnCampaign: false, members: 2 }]);

    expect(bar).toMatchObject({ status: null, label: '(no status)', share: 1 });
  });

  it('draws empty bars for a campaign without members', () => {
    const [bar] = toBars([{ label: 'Sent', hasResponded: false, isDefault: true, isOnCampaign: true, members: 0 }]);

    expect(bar).toMatchObject({ share: 0, style: 'width: 0.00%' });
  });
});

describe('countsNote', () => {
  it('says nothing where the counts agree', () => {
    expect(countsNote(figures({}))).toBeUndefined();
  });

  it('says nothing where the user sees more than Salesforce has counted', () => {
    expect(countsNote(figures({ recordedMembers: { value: 1 } }))).toBeUndefined();
  });

  it('says nothing where the counters are not known', () => {
    expect(countsNote(figures({ recordedMembers: { unknownReason: 'No access.' } }))).toBeUndefined();
  });

  it('shows both counts where the user sees less', () => {
    expect(countsNote(figures({ members: 40000, responded: 5000 }))).toContain(
      '40,000 of the 45,211 members and 5,000 of the 5,279 responses'
    );
  });
});
