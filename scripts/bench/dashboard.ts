import type { LocalOrg } from '../../local-org/src/org/index.js';
import { BANK, hugeCampaign, idOf, makeLargeCampaign } from './lib/largeCampaign.js';
import { measureReads, sumOf, type Reads } from './lib/reads.js';

/**
 * What opening the dashboard costs, as its page opens it: two calls, each a transaction of its own, added up. For campaigns of three sizes,
 * for one with those below it, and for the overview of all campaigns. `dashboard.open.…` is the dearest of the three sizes.
 */
export function measureDashboard(org: LocalOrg): Record<string, number> {
  const campaigns = {
    50: makeLargeCampaign(org, 50, 'd'),
    45211: idOf(org, BANK),
    1000000: hugeCampaign(org)
  };
  const metrics: Record<string, number> = {};
  const record = (name: string, { soql, queryRows }: Reads): void => {
    metrics[`${name}.soql`] = soql;
    metrics[`${name}.queryRows`] = queryRows;
  };
  const opened = Object.entries(campaigns).map(([members, campaignId]) => {
    const reads = open(org, campaignId, false);
    record(`dashboard.open${members}`, reads);
    return reads;
  });
  record('dashboard.open', {
    soql: Math.max(...opened.map(({ soql }) => soql)),
    queryRows: Math.max(...opened.map(({ queryRows }) => queryRows))
  });
  record('dashboard.openHierarchy', open(org, idOf(org, 'Spring Launch 2026'), true));
  record('overview.open', measureReads(org, `CampaignOverviewController.getCampaigns('', null);`));
  return metrics;
}

function open(org: LocalOrg, campaignId: string, withDescendants: boolean): Reads {
  const dashboard = measureReads(org, `CampaignStatusDashboardController.getDashboard('${campaignId}', ${withDescendants});`);
  // By day costs more rows than by month.
  const trend = measureReads(org, `CampaignStatusDashboardController.getTrend('${campaignId}', ${withDescendants}, 'Day', null, null);`);
  return sumOf([dashboard, trend]);
}
