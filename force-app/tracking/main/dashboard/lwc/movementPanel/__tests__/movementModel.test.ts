import { moveBars, moveMatrix, otherMoves, reachedBars, reachedStatuses, stayTable } from '../movementModel';

const status = (label: string, members: number, isOnCampaign = true): Apex.StatusCount =>
  ({ label, members, hasResponded: false, isDefault: false, isOnCampaign }) as Apex.StatusCount;

describe('movementModel', () => {
  it('leaves the rarest moves out of the bars and counts them', () => {
    const moves = [1, 5, 3].map((changes, index) => ({ fromStatus: `S${index}`, toStatus: null, changes }));

    expect(moveBars(moves, 2).map(({ label }) => label)).toEqual(['S1 → Removed from the campaign', 'S2 → Removed from the campaign']);
    expect(otherMoves(moves, 2)).toBe(1);
  });

  it('puts joining first, and removal last, behind statuses that the campaign does not have', () => {
    const moves = [
      { fromStatus: 'Gone', toStatus: 'Sent', changes: 1 },
      { fromStatus: 'Sent', toStatus: 'Gone', changes: 2 },
      { fromStatus: null, toStatus: 'Sent', changes: 3 },
      { fromStatus: 'Sent', toStatus: null, changes: 4 }
    ];
    expect(moveMatrix(moves, ['Sent'])).toEqual({
      columns: ['From', '→ Sent', '→ Gone', '→ Removed from the campaign'],
      rows: [
        ['Joined', '3', '0', '0'],
        ['Sent', '0', '2', '4'],
        ['Gone', '1', '0', '0']
      ]
    });
  });

  it.each([
    [0, 1, 'under 1 hour'],
    [6, 12, '6 – 12 hours'],
    [24, 48, '1 – 2 days'],
    [48, 504, '2 – 21 days'],
    [17520, null, '730 days or more']
  ])('writes a median from %s to %s hours', (medianFromHours, medianBelowHours, text) => {
    expect(stayTable([{ status: 'Sent', changes: 1, medianFromHours, medianBelowHours: medianBelowHours! }], []).rows[0]![1]).toBe(text);
  });

  it('counts who reached a status or a later one', () => {
    const reached = reachedStatuses([status('Sent', 50), status('Opened', 30), status('Clicked', 20), status('Gone', 7, false)]);

    expect(reached).toEqual([
      { status: 'Sent', members: 100, lost: null, lostShare: null },
      { status: 'Opened', members: 50, lost: 50, lostShare: 0.5 },
      { status: 'Clicked', members: 20, lost: 30, lostShare: 0.6 }
    ]);
    expect(reachedBars(reached).map(({ note }) => note)).toEqual(['', '−50%', '−60%']);
  });

  it('puts no sign before a drop-off of nobody', () => {
    expect(reachedBars(reachedStatuses([status('Sent', 0), status('Clicked', 9)])).map(({ note }) => note)).toEqual(['', '0%']);
  });

  it('loses nobody where nobody was', () => {
    expect(reachedStatuses([status('Sent', 0), status('Clicked', 0)])[1]).toMatchObject({ lost: null, lostShare: null });
  });
});
