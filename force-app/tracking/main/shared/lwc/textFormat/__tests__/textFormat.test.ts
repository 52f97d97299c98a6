import { counted, fillIn, formatCount, formatShare } from 'c/textFormat';

describe('textFormat', () => {
  it('fills in text and numbers', () => {
    expect(fillIn('{1} of {0}', 'Called', 24103)).toBe('24,103 of Called');
  });

  it('leaves a placeholder that has no value', () => {
    expect(fillIn('{0} and {1}', 'one')).toBe('one and {1}');
  });

  it('does not fill in what was filled in', () => {
    expect(fillIn('{0} {1}', '{1}', 'two')).toBe('{1} two');
  });

  it('speaks of one in other words than of many', () => {
    expect(counted(1, 'one line', '{0} lines')).toBe('one line');
    expect(counted(0, 'one line', '{0} lines')).toBe('0 lines');
    expect(counted(45211, 'one line', '{0} lines')).toBe('45,211 lines');
  });

  it('writes counts and shares for readers', () => {
    expect(formatCount(45211)).toBe('45,211');
    expect(formatShare(0.11698)).toBe('11.7%');
    expect(formatShare(0)).toBe('0%');
  });
});
