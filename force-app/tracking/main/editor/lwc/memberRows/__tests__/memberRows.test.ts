import { problemsOf, summarize, toChanges, toTableRows, withResults } from 'c/memberRows';
import page from '../../memberList/__tests__/data/page.json';
import results from '../../memberList/__tests__/data/results.json';

function resultOf(outcome: string): Apex.StatusChangeResult {
  return { memberId: outcome, outcome, message: `Message of ${outcome}` };
}

describe('toTableRows', () => {
  it('links members to their lead or contact', () => {
    const urls = toTableRows(page.members).map(({ url }) => url);

    expect(urls).toEqual(['/lightning/r/Lead/00Q000000000001AAA/view', '/lightning/r/Contact/003000000000002AAA/view', '']);
  });
});

describe('withResults', () => {
  it('shows what became of each member, and the status it has now', () => {
    const rows = withResults(toTableRows(page.members), results);

    expect(rows.map(({ status }) => status)).toEqual(['Subscribed', 'Called again', 'Subscribed']);
    expect(rows[0]).toMatchObject({
      hasResponded: true,
      result: 'Changed',
      resultIcon: 'utility:success',
      resultClass: 'slds-text-color_success'
    });
    expect(rows[1]).toMatchObject({ result: expect.stringContaining('Somebody else'), resultIcon: 'utility:warning' });
    expect(rows[2]).toMatchObject({ result: 'Had this status already', resultIcon: 'utility:success' });
  });

  it('shows since when, and by what, the member has its status', () => {
    const changed = {
      ...resultOf('CHANGED'),
      memberId: '00v000000000001AAA',
      currentStatus: 'Sent',
      statusEnteredAt: '2026-11-23T10:00:00.000Z'
    };
    const [row] = withResults(toTableRows(page.members), [{ ...changed, statusSource: 'Editor' }]);

    expect(row).toMatchObject({ status: 'Sent', statusEnteredAt: '2026-11-23T10:00:00.000Z', statusSource: 'Editor' });
  });

  it('keeps what was read of a member that was not found', () => {
    const [row] = withResults(toTableRows(page.members), [{ ...resultOf('REFUSED'), memberId: '00v000000000001AAA', currentStatus: null }]);

    expect(row).toMatchObject({ status: 'Called', hasResponded: false, result: 'Message of REFUSED', resultIcon: 'utility:error' });
  });

  it('shows the results of the last change only', () => {
    const rows = withResults(withResults(toTableRows(page.members), results), [results[1]!]);

    expect(rows.map(({ result }) => result !== '')).toEqual([false, true, false]);
    expect(rows[0]!.status).toBe('Subscribed');
  });

  it('says nothing where nothing was said', () => {
    const [row] = withResults(toTableRows(page.members), [{ memberId: '00v000000000001AAA', outcome: 'FAILED' }]);

    expect(row!.result).toBe('');
  });
});

describe('toChanges', () => {
  it('states the status that the table showed', () => {
    const rows = toTableRows(page.members);

    expect(toChanges([rows[1]!], 'Subscribed')).toEqual([
      { memberId: '00v000000000002AAA', expectedStatus: 'Called', newStatus: 'Subscribed' }
    ]);
  });

  it('states that a member had no status', () => {
    const rows = toTableRows([{ memberId: '1', type: 'Lead', hasResponded: false }]);

    expect(toChanges(rows, 'Sent')[0]!.expectedStatus).toBeNull();
  });
});

describe('summarize', () => {
  it.each([
    [['CHANGED', 'UNCHANGED'], 'success', 'Statuses changed', '1 changed · 1 had the status already', true],
    [
      ['CHANGED', 'CONFLICT', 'FAILED'],
      'warning',
      'Some members were not changed',
      '1 changed · 1 changed by somebody else meanwhile · 1 not changed',
      true
    ],
    [['REFUSED', 'FAILED'], 'error', 'No status was changed', '2 not changed', false]
  ])('sums up %s', (outcomes, variant, title, text, hasChanged) => {
    expect(summarize(outcomes.map(resultOf))).toEqual({ variant, title, text, hasChanged });
  });
});

describe('problemsOf', () => {
  it('says of each change that did not succeed what to do, and from which status', () => {
    const changes = toChanges(page.members, 'Subscribed');

    expect(problemsOf(changes, results, new Map([['00v000000000002AAA', 'Charles Babbage']]))).toEqual([
      {
        memberId: '00v000000000002AAA',
        name: 'Charles Babbage',
        message: results[1]!.message,
        isConflict: true,
        change: { memberId: '00v000000000002AAA', expectedStatus: 'Called again', newStatus: 'Subscribed' }
      }
    ]);
  });

  it('names a member by its id where there is nothing else', () => {
    const [problem] = problemsOf([{ memberId: 'REFUSED', newStatus: 'Sent' }], [resultOf('REFUSED')], new Map());

    expect(problem).toMatchObject({ name: 'REFUSED', message: 'Message of REFUSED', isConflict: false });
  });
});
