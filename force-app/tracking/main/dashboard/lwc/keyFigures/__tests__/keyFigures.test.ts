import { createElement } from 'lwc';
import KeyFigures from 'c/keyFigures';
import dashboard from '../../campaignStatusDashboard/__tests__/data/dashboard.json';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-key-figures', { is: KeyFigures }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-key-figures', () => {
  it('shows eight figures, each with its formula', async () => {
    const element = show({ dashboard });

    const figures = [...element.shadowRoot!.querySelectorAll('c-key-figure')];
    expect(figures.map((figure) => figure.dataset.id)).toEqual([
      'members',
      'responded',
      'responseRate',
      'costPerResponse',
      'roi',
      'costPerMember',
      'opportunities',
      'wonAmount'
    ]);
    expect(figures.every(({ help }) => help.length > 10)).toBe(true);
    expect(figures[0]!.value).toBe(45211);
    expect(figures[2]!.value).toBe(0.116764);
    expect(figures[3]!.unknownReason).toContain('Actual Cost');
    expect(figures[3]!.currencyCode).toBe('EUR');
    expect(figures[4]!.value).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('names the previous campaign and the rule that found it', () => {
    const element = show({ dashboard });

    expect(find(element, '[data-id="previous"]')!.textContent).toContain('+1.4 points vs. Autumn 2007');
    expect(find(element, '[data-id="previous"] lightning-helptext')!.content).toContain('same type');
  });

  it('compares nothing without a previous campaign', () => {
    expect(find(show({ dashboard: { ...dashboard, previous: null } }), '[data-id="previous"]')).toBeNull();
  });

  it('says which fields it takes for a hierarchy', () => {
    const element = show({ dashboard: { ...dashboard, includesDescendants: true } });

    expect(find(element, '[data-id="wonAmount"]')!.help).toContain('in Hierarchy');
    expect(find(element, '[data-id="members"]')!.help).not.toContain('in Hierarchy');
  });
});
