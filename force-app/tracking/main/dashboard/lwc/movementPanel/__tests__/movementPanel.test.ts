import { createElement } from 'lwc';
import MovementPanel from 'c/movementPanel';
import dashboard from '../../campaignStatusDashboard/__tests__/data/dashboard.json';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-movement-panel', { is: MovementPanel }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-movement-panel', () => {
  it('shows moves, the time between and the drop-off', async () => {
    const element = show({ dashboard });

    expect(find(element, '[data-id="moves"]')!.bars).toEqual([
      expect.objectContaining({ label: 'Joined → Called', value: 900, note: '75%' }),
      expect.objectContaining({ label: 'Called → Subscribed', value: 300, note: '25%' })
    ]);
    expect(find(element, '[data-id="stays"]')!.data.rows).toEqual([['Called', '2 – 3 days', '300']]);
    expect(find(element, '[data-id="reached"]')!.bars[0].value).toBeGreaterThan(find(element, '[data-id="reached"]')!.bars[1].value);
    expect(find(element, '[data-id="other-moves"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows the same as tables', async () => {
    const element = show({ dashboard, isTable: true });

    expect(find(element, '[data-id="moves-table"]')!.data).toEqual({
      columns: ['From', '→ Called', '→ Subscribed'],
      rows: [
        ['Joined', '900', '0'],
        ['Called', '0', '300']
      ]
    });
    expect(find(element, '[data-id="reached-table"]')!.data.columns).toEqual(['Status', 'Reached', 'Drop-off', '%']);
    await expect(element).toBeAccessible();
  });

  it('says where nothing was recorded', async () => {
    const element = show({ dashboard: { ...dashboard, movement: { moves: [], stays: [], isPartial: false } } });

    expect(find(element, '[data-id="no-moves"]')!.textContent).toContain('No status change has been recorded yet');
    await expect(element).toBeAccessible();
  });

  it('does not show the drop-off of several campaigns', () => {
    expect(find(show({ dashboard: { ...dashboard, includesDescendants: true } }), '[data-id="reached"]')).toBeNull();
  });
});
