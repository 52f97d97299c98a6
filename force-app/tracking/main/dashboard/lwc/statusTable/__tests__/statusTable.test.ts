import { createElement } from 'lwc';
import StatusTable from 'c/statusTable';
import { toBars } from 'c/statusBreakdown';
import dashboard from '../../campaignStatusDashboard/__tests__/data/dashboard.json';

describe('c-status-table', () => {
  it('has a row for each status', async () => {
    const element = Object.assign(createElement('c-status-table', { is: StatusTable }), { bars: toBars(dashboard.statuses) });
    document.body.appendChild(element);

    const rows = [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toHaveLength(4);
    expect(rows[2]).toContain('Subscribed');
    expect(rows[2]).toContain('Yes');
    expect(rows[2]).toContain('11.7%');
    expect(rows[3]).toContain('No longer a status of this campaign');
    await expect(element).toBeAccessible();
  });
});
