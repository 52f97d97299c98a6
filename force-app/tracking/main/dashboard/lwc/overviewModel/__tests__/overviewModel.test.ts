import { sortRows, toRow } from 'c/overviewModel';
import page from '../../campaignOverview/__tests__/data/campaigns.json';

const [webinar, newsletter] = page.campaigns as unknown as readonly Apex.CampaignSummary[];

describe('c/overviewModel', () => {
  it('writes a campaign as a row', () => {
    const row = toRow(webinar!, 14);

    expect(row).toMatchObject({
      url: '/lightning/r/Campaign/701000000000001AAA/view',
      about: 'Webinar · Completed',
      membersText: '105',
      rateText: '44.8%',
      expectedText: 'of 30% expected',
      weeksTotal: 10,
      needsAttention: false
    });
  });

  it('says what needs attention, the gravest first', () => {
    expect(toRow(newsletter!, 14).attention.map(({ text }) => text)).toEqual([
      '20 members in statuses it no longer has: Bounced',
      'No default status',
      'Status jobs with failures in 14 days: 2',
      'No member has moved for 14 days'
    ]);
  });

  it('lets a campaign rest that is over, or has nobody to move', () => {
    const statuses = webinar!.statuses;
    const quiet = (summary: object): boolean => toRow({ ...newsletter!, ...summary, failedJobs: 0 }, 14).needsAttention;

    expect(quiet({ statuses, isActive: false })).toBe(false);
    expect(quiet({ statuses: statuses.map((status) => ({ ...status, members: 0 })) })).toBe(false);
    expect(quiet({ statuses, hasMoved: true })).toBe(false);
    expect(quiet({ statuses })).toBe(true);
  });

  it('puts what is not known last, whichever way it sorts', () => {
    const rows = [newsletter!, webinar!].map((summary) => toRow(summary, 14));

    expect(sortRows(rows, { key: 'responseRate', isDescending: true })[1]!.name).toBe('Autumn Newsletter');
    expect(sortRows(rows, { key: 'responseRate', isDescending: false })[1]!.name).toBe('Autumn Newsletter');
    expect(sortRows(rows, { key: 'members', isDescending: false })[0]!.name).toBe('Spring Webinar');
  });
});
