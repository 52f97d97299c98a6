import { createElement } from 'lwc';
import LoadingSkeleton from 'c/loadingSkeleton';

describe('c-loading-skeleton', () => {
  it('draws as many rows as were asked for and says that it is loading', async () => {
    const element = Object.assign(createElement('c-loading-skeleton', { is: LoadingSkeleton }), { rows: '3' });
    document.body.appendChild(element);

    expect(element.shadowRoot!.querySelectorAll('.row')).toHaveLength(3);
    expect(element.shadowRoot!.querySelector('[role="status"]')!.textContent).toBe('Loading');
    await expect(element).toBeAccessible();
  });
});
