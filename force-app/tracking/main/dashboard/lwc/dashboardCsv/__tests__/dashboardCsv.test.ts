import { dashboardCsv } from 'c/dashboardCsv';
import dashboard from '../../campaignStatusDashboard/__tests__/data/dashboard.json';
import trend from '../../trendPanel/__tests__/data/trend.json';

const lines = (csv: string): string[] => csv.replace('\uFEFF', '').trimEnd().split('\r\n');

describe('c/dashboardCsv', () => {
  const written = lines(dashboardCsv(dashboard as Apex.CampaignDashboard, trend as Apex.CampaignTrend));

  it.each([
    'Part,Item,Detail,Measure,Value',
    'Campaign status dashboard,Term Deposit 2008-2010,,Members,45211',
    'Campaign status dashboard,Term Deposit 2008-2010,,Response rate,0.116764',
    'Where members stand,Called,,Members,24103',
    'Source of the last change,Import,,Responded,5279',
    'Owner of the lead or contact,Ada Admin,,Members,45000',
    'Moves between statuses,Called,Subscribed,Changes,300',
    'Median time in each status,Called,,"Median in hours, below",72',
    'Responses over time,2026-03-04,,Responded,5',
    'Status entries over time,2026-03-01,Invited,Changes,10'
  ])('has the line %s', (line) => {
    expect(written).toContain(line);
  });

  it('gives the reason for what is not known', () => {
    expect(written.find((line) => line.includes('Cost per response'))).toContain('Actual Cost');
  });

  it('says in words who joined and who was removed', () => {
    const moves = [
      { fromStatus: null, toStatus: 'Called', changes: 900 },
      { fromStatus: 'Called', toStatus: null, changes: 2 }
    ];
    const csv = lines(dashboardCsv({ ...dashboard, movement: { ...dashboard.movement, moves } } as unknown as Apex.CampaignDashboard));

    expect(csv).toContain('Moves between statuses,Joined,Called,Changes,900');
    expect(csv).toContain('Moves between statuses,Called,Removed from the campaign,Changes,2');
  });

  it('does without a trend that was not counted yet', () => {
    expect(lines(dashboardCsv(dashboard as Apex.CampaignDashboard))).not.toContain('Responses over time,2026-03-04,,Responded,5');
  });
});
