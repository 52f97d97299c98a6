import { MOST_PICKED, everything, nothing, pick, pickedMembers, selectedOn, sizeOf, stillSelected, withPage } from 'c/memberSelection';
import type { PickedMember } from 'c/memberRows';

function page(from: number, count: number): PickedMember[] {
  return Array.from({ length: count }, (_, index) => ({ memberId: `m${from + index}`, name: `Member ${from + index}`, status: 'Called' }));
}

describe('c/memberSelection', () => {
  it('keeps what was picked on other pages', () => {
    const first = withPage(nothing, page(0, 3), ['m0', 'm2']);
    const second = withPage(first, page(3, 3), ['m4']);
    const again = withPage(second, page(0, 3), ['m0']);

    expect(pickedMembers(again).map(({ memberId }) => memberId)).toEqual(['m4', 'm0']);
    expect(selectedOn(again, page(3, 3))).toEqual(['m4']);
    expect(sizeOf(again, 45211)).toBe(2);
  });

  it('remembers the status that was shown when a member was picked', () => {
    expect(pickedMembers(pick(page(0, 1)))).toEqual([{ memberId: 'm0', name: 'Member 0', status: 'Called' }]);
  });

  it('selects everything on every page without naming anybody', () => {
    expect(selectedOn(everything, page(7, 2))).toEqual(['m7', 'm8']);
    expect(pickedMembers(everything)).toEqual([]);
    expect(sizeOf(everything, 45211)).toBe(45211);
    expect(withPage(everything, page(0, 2), ['m0', 'm1'])).toBe(everything);
  });

  it('leaves the rest of the page when one is taken out of everything', () => {
    expect(selectedOn(withPage(everything, page(0, 3), ['m0', 'm2']), page(0, 3))).toEqual(['m0', 'm2']);
  });

  it('takes no more than can be named', () => {
    const most = pick(page(0, MOST_PICKED - 1));
    const rows = page(5000, 5);

    expect(
      selectedOn(
        withPage(
          most,
          rows,
          rows.map(({ memberId }) => memberId)
        ),
        rows
      )
    ).toEqual(['m5000']);
  });

  it('keeps those selected whose change did not succeed, with their present status', () => {
    const results = [
      { memberId: 'm0', outcome: 'CHANGED', currentStatus: 'Subscribed' },
      { memberId: 'm1', outcome: 'CONFLICT', currentStatus: 'Called again' },
      { memberId: 'm2', outcome: 'REFUSED' },
      { memberId: 'm3', outcome: 'UNCHANGED', currentStatus: 'Subscribed' }
    ];

    expect(pickedMembers(stillSelected(page(0, 4), results))).toEqual([
      { memberId: 'm1', name: 'Member 1', status: 'Called again' },
      { memberId: 'm2', name: 'Member 2', status: 'Called' }
    ]);
  });
});
