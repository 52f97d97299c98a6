import { createElement } from 'lwc';
import ErrorPanel from 'c/errorPanel';

describe('c-error-panel', () => {
  it('says what went wrong and offers another try', async () => {
    const element = Object.assign(createElement('c-error-panel', { is: ErrorPanel }), { error: { body: { message: 'No access.' } } });
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    document.body.appendChild(element);

    expect(element.shadowRoot!.querySelector('[role="alert"]')!.textContent).toContain('No access.');
    element.shadowRoot!.querySelector('lightning-button')!.click();
    expect(retry).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
