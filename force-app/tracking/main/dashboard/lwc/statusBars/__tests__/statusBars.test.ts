import { createElement } from 'lwc';
import StatusBars from 'c/statusBars';
import { toBars } from 'c/statusBreakdown';
import dashboard from '../../campaignStatusDashboard/__tests__/data/dashboard.json';

const withoutStatus = { hasResponded: false, isDefault: false, isOnCampaign: false, members: 1 };

function show(properties: object = {}): HTMLElement {
  const bars = toBars([...dashboard.statuses, withoutStatus]);
  const element = Object.assign(createElement('c-status-bars', { is: StatusBars }), { bars, ...properties });
  document.body.appendChild(element);
  return element;
}

describe('c-status-bars', () => {
  it('draws a bar for each status', async () => {
    const buttons = show().shadowRoot!.querySelectorAll('button');

    expect(buttons).toHaveLength(5);
    expect(buttons[0]!.getAttribute('aria-label')).toBe('Called: 24,103 members, 53.3%');
    expect(buttons[1]!.querySelector<HTMLElement>('.fill')!.style.width).toBe('65.63%');
    await expect(document.body).toBeAccessible();
  });

  it('ticks responded statuses and warns of those that are gone', () => {
    const icons = [...show().shadowRoot!.querySelectorAll('lightning-icon')].map(({ iconName }) => iconName);

    expect(icons).toEqual(['utility:check', 'utility:warning', 'utility:warning']);
  });

  it('marks the chosen bar', () => {
    const pressed = [...show({ chosen: 'Called again' }).shadowRoot!.querySelectorAll('button')].map((button) => button.ariaPressed);

    expect(pressed).toEqual(['false', 'true', 'false', 'false', 'false']);
  });

  it('says which status was chosen', () => {
    const element = show();
    const choose = jest.fn();
    element.addEventListener('choose', (event) => choose((event as CustomEvent).detail));
    const buttons = element.shadowRoot!.querySelectorAll('button');

    buttons[2]!.click();
    buttons[4]!.click();

    expect(choose.mock.calls).toEqual([[{ status: 'Subscribed' }]]);
  });
});
