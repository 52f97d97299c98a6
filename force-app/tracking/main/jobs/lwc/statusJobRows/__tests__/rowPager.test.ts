import { ROWS_A_PAGE, RowPager } from '../rowPager';

const rowsOf = (from: number, count: number): object[] => Array.from({ length: count }, (_, index) => ({ rowId: `row ${from + index}` }));

describe('RowPager', () => {
  it('goes on from the last row, and back the way it came', async () => {
    const read = jest.fn(({ afterId }) => {
      const from = afterId === null ? 0 : Number(afterId.slice(4)) + 1;
      return Promise.resolve(rowsOf(from, Math.min(ROWS_A_PAGE + 1, 120 - from)));
    });
    const pager = new RowPager('job', read);
    const places = [];
    for (const move of ['first', 'next', 'next', 'stay', 'previous', 'previous', 'previous', 'next', 'first'] as const) {
      // eslint-disable-next-line no-await-in-loop -- one page after the other, as a user turns them
      const { rows, hasPrevious, hasNext } = await pager.turn(move);
      places.push(`${rows[0].rowId} ${rows.length} ${hasPrevious} ${hasNext}`);
    }

    expect(places).toEqual([
      'row 0 50 false true',
      'row 50 50 true true',
      'row 100 20 true false',
      'row 100 20 true false',
      'row 50 50 true true',
      'row 0 50 false true',
      'row 0 50 false true',
      'row 50 50 true true',
      'row 0 50 false true'
    ]);
    expect(read.mock.calls[1]).toEqual([{ jobId: 'job', afterId: 'row 49', pageSize: 51 }]);
  });

  it('stays where it is when a page can’t be read', async () => {
    const read = jest
      .fn()
      .mockResolvedValueOnce(rowsOf(0, 51))
      .mockRejectedValueOnce(new Error('No access.'))
      .mockResolvedValue(rowsOf(0, 51));
    const pager = new RowPager('job', read);
    await pager.turn('first');
    await expect(pager.turn('next')).rejects.toThrow('No access.');

    expect((await pager.turn('stay')).hasPrevious).toBe(false);
    expect(read.mock.lastCall).toEqual([{ jobId: 'job', afterId: null, pageSize: 51 }]);
  });

  it('finds nothing where there is nothing', async () => {
    const pager = new RowPager('job', () => Promise.resolve([]));

    expect(await pager.turn('first')).toEqual({ rows: [], hasPrevious: false, hasNext: false });
  });
});
