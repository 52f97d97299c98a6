import { MemberPager, type PageMove } from '../memberPager';
import page from './data/page.json';

const campaignId = '701000000000001AAA';

function pagerOf(read = jest.fn().mockResolvedValue(page)): { pager: MemberPager; last: () => Apex.MemberPageRequest; read: jest.Mock } {
  return { pager: new MemberPager(read), last: () => read.mock.lastCall[0], read };
}

describe('MemberPager', () => {
  it('starts at the first page by name', async () => {
    const { pager, last } = pagerOf();

    expect(await pager.turn(campaignId, 'first')).toBe(page);
    expect(last()).toEqual({
      campaignId,
      filter: {},
      sortBy: 'Id',
      descending: false,
      pageSize: 50,
      cursor: null,
      backwards: false
    });
  });

  it('goes on from the last member and back from the first', async () => {
    const { pager, last } = pagerOf();
    await pager.turn(campaignId, 'first');
    await pager.turn(campaignId, 'next');
    expect(last()).toMatchObject({ cursor: page.last, backwards: false });

    await pager.turn(campaignId, 'previous');
    expect(last()).toMatchObject({ cursor: page.first, backwards: true });
  });

  it('starts at the first page while there is none to go on from', async () => {
    const { pager, last } = pagerOf();
    await pager.turn(campaignId, 'next');
    expect(last()).toMatchObject({ cursor: null });

    const { pager: other, last: lastOfOther } = pagerOf();
    await other.turn(campaignId, 'previous');
    expect(lastOfOther()).toMatchObject({ cursor: null });
  });

  it('asks again for the page that it asked for last', async () => {
    const { pager, last } = pagerOf();
    await pager.turn(campaignId, 'first');
    await pager.turn(campaignId, 'next');
    const next = last();
    await pager.turn(campaignId, 'stay');

    expect(last()).toEqual(next);
  });

  it('keeps filter and order from page to page', async () => {
    const { pager, last } = pagerOf();
    pager.filterBy({ status: 'Called' });
    pager.sort('Status', true);
    pager.pageSize = 200;
    await pager.turn(campaignId, 'first');
    await pager.turn(campaignId, 'next');

    expect(last()).toMatchObject({ filter: { status: 'Called' }, sortBy: 'Status', descending: true, pageSize: 200, cursor: page.last });
  });

  it('knows how many members come before the page', async () => {
    const middle = { ...page, hasPrevious: true };
    const { pager } = pagerOf(
      jest.fn().mockResolvedValueOnce(page).mockResolvedValueOnce(middle).mockResolvedValueOnce(middle).mockResolvedValue(page)
    );
    const offsetAfter = async (move: PageMove): Promise<number> => {
      await pager.turn(campaignId, move);
      return pager.offset;
    };

    expect(await offsetAfter('first')).toBe(0);
    expect(await offsetAfter('next')).toBe(50);
    expect(await offsetAfter('stay')).toBe(50);
    expect(await offsetAfter('previous')).toBe(0);
  });

  it('counts rows on where a page could not be read at first', async () => {
    const middle = { ...page, hasPrevious: true };
    const { pager } = pagerOf(
      jest.fn().mockResolvedValueOnce(page).mockRejectedValueOnce(new Error('Too late.')).mockResolvedValue(middle)
    );
    await pager.turn(campaignId, 'first');
    await expect(pager.turn(campaignId, 'next')).rejects.toThrow('Too late.');
    await pager.turn(campaignId, 'stay');

    expect(pager.offset).toBe(50);
  });

  it('counts rows on where a page is asked for again before it came', async () => {
    const { pager } = pagerOf(
      jest
        .fn()
        .mockResolvedValueOnce(page)
        .mockResolvedValue({ ...page, hasPrevious: true })
    );
    await pager.turn(campaignId, 'first');
    await Promise.all([pager.turn(campaignId, 'next'), pager.turn(campaignId, 'stay')]);

    expect(pager.offset).toBe(50);
  });

  it('leaves out an answer, or an error, that comes after another move', async () => {
    const read = jest.fn().mockRejectedValueOnce(new Error('late')).mockResolvedValueOnce({}).mockResolvedValueOnce(page);
    const { pager } = pagerOf(read);
    const late = [pager.turn(campaignId, 'first'), pager.turn(campaignId, 'first')];

    expect(await pager.turn(campaignId, 'first')).toBe(page);
    expect(await Promise.all(late)).toEqual([undefined, undefined]);
  });

  it('reports an error', async () => {
    const { pager } = pagerOf(jest.fn().mockRejectedValue(new Error('No access.')));

    await expect(pager.turn(campaignId, 'first')).rejects.toThrow('No access.');
  });
});
