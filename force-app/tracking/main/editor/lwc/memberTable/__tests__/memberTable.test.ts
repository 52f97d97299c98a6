import { createElement } from 'lwc';
import MemberTable from 'c/memberTable';

const rows = [
  { memberId: '1', name: 'Ada Byron', result: '' },
  { memberId: '2', name: 'Charles Babbage', result: '' }
];

function show(properties: object = {}): HTMLElement {
  const element = Object.assign(createElement('c-member-table', { is: MemberTable }), { rows, ...properties });
  document.body.appendChild(element);
  return element;
}

function table(element: HTMLElement): HTMLElement {
  return element.shadowRoot!.querySelector('lightning-datatable')!;
}

function labelsOf(element: HTMLElement): string[] {
  return table(element).columns.map(({ label }) => label);
}

describe('c-member-table', () => {
  it('shows members without a column for results', async () => {
    const element = show({ selected: ['1'] });

    expect(labelsOf(element)).toEqual(['Name', 'Company', 'Email', 'Type', 'Status', 'Responded', 'First responded']);
    expect(table(element).selectedRows).toEqual(['1']);
    await expect(element).toBeAccessible();
  });

  it('shows the result of each row once there is one', () => {
    expect(labelsOf(show({ rows: [{ ...rows[0], result: 'Changed' }] }))).toContain('Result');
  });

  it('shows fewer columns where there is little room, and more when there is', async () => {
    const addEventListener = jest.fn();
    (window.matchMedia as jest.Mock).mockReturnValueOnce({ matches: true, addEventListener, removeEventListener: jest.fn() });
    const element = show();
    expect(labelsOf(element)).toEqual(['Name', 'Status']);

    addEventListener.mock.calls[0][1]({ matches: false });
    await Promise.resolve();
    expect(labelsOf(element)).toHaveLength(7);
  });

  it('is as high as its rows', () => {
    expect(show().shadowRoot!.querySelector('div')!.getAttribute('style')).toContain('7rem');
  });

  it('says which members are selected', () => {
    const element = show();
    const selected = jest.fn();
    element.addEventListener('selectmembers', (event) => selected((event as CustomEvent).detail));
    table(element).dispatchEvent(new CustomEvent('rowselection', { detail: { selectedRows: [rows[1]] } }));

    expect(selected).toHaveBeenCalledWith({ memberIds: ['2'] });
  });

  it('says how to sort', () => {
    const element = show();
    const sorted = jest.fn();
    element.addEventListener('sortmembers', (event) => sorted((event as CustomEvent).detail));
    table(element).dispatchEvent(new CustomEvent('sort', { detail: { sortDirection: 'desc' } }));

    expect(sorted).toHaveBeenCalledWith({ direction: 'desc' });
  });
});
