import { createElement } from 'lwc';
import EmptyState from 'c/emptyState';

describe('c-empty-state', () => {
  it('says what to do next', async () => {
    const element = Object.assign(createElement('c-empty-state', { is: EmptyState }), { heading: 'No members yet', text: 'Add leads.' });
    document.body.appendChild(element);

    expect(element.shadowRoot!.textContent).toContain('No members yet');
    expect(element.shadowRoot!.textContent).toContain('Add leads.');
    await expect(element).toBeAccessible();
  });
});
