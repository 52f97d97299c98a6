import { createElement } from 'lwc';
import KeyFigure from 'c/keyFigure';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-key-figure', { is: KeyFigure }), properties);
  document.body.appendChild(element);
  return element;
}

describe('c-key-figure', () => {
  it('shows a number with its name and what it means', async () => {
    const element = show({ label: 'Response rate', value: 0.117, formatStyle: 'percent', help: 'Responded ÷ members.' });

    const number = element.shadowRoot!.querySelector('lightning-formatted-number')!;
    expect(number.value).toBe(0.117);
    expect(number.formatStyle).toBe('percent');
    expect(number.maximumFractionDigits).toBe(1);
    expect(element.shadowRoot!.textContent).toContain('Response rate');
    expect(element.shadowRoot!.querySelector('lightning-helptext')!.content).toBe('Responded ÷ members.');
    await expect(element).toBeAccessible();
  });

  it('shows 0 as a number', () => {
    const element = show({ label: 'Members', value: 0 });

    expect(element.shadowRoot!.querySelector('lightning-formatted-number')!.value).toBe(0);
  });

  it('says not known, and why', async () => {
    const element = show({ label: 'ROI', value: null, unknownReason: 'Actual Cost is not filled in.', help: 'The formula.' });

    expect(element.shadowRoot!.querySelector('[data-id="value"]')!.textContent).toBe('not known');
    expect(element.shadowRoot!.querySelector('lightning-helptext')!.content).toBe('Actual Cost is not filled in. The formula.');
    await expect(element).toBeAccessible();
  });
});
