import { granularityFor, periodShortText, periodStart, periodText, periodsBetween } from 'c/timePeriods';

describe('c/timePeriods', () => {
  it.each([
    ['2026-03-02', '2026-03-26', 'Day'],
    ['2026-02-02', '2026-05-29', 'Week'],
    ['2008-05-05', '2010-11-17', 'Month'],
    // still running: until today
    ['2026-10-20', '2027-12-31', 'Day'],
    ['2026-10-20', null, 'Day'],
    [null, null, 'Month']
  ])('counts a campaign from %s to %s by %s', (start, end, granularity) => {
    expect(granularityFor(start, end, '2026-11-23')).toBe(granularity);
  });

  it.each([
    ['2026-03-04', 'Day', '2026-03-04'],
    ['2026-03-04', 'Month', '2026-03-01'],
    // a Wednesday, a Monday, a Sunday
    ['2026-03-04', 'Week', '2026-03-02'],
    ['2026-03-02', 'Week', '2026-03-02'],
    ['2026-03-08', 'Week', '2026-03-02'],
    ['1969-12-31', 'Week', '1969-12-29']
  ] as const)('finds the period of %s by %s', (day, granularity, start) => {
    expect(periodStart(day, granularity)).toBe(start);
  });

  it('fills the gaps between the first and the last period', () => {
    expect(periodsBetween('2009-12-15', '2010-02-01', 'Month')).toEqual(['2009-12-01', '2010-01-01', '2010-02-01']);
    expect(periodsBetween('2026-02-27', '2026-03-02', 'Day')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
    expect(periodsBetween('2026-03-04', '2026-03-17', 'Week')).toEqual(['2026-03-02', '2026-03-09', '2026-03-16']);
    // summer time begins in between
    expect(periodsBetween('2026-03-28', '2026-03-30', 'Day')).toHaveLength(3);
  });

  it('names periods', () => {
    expect(periodText('2026-03-02', 'Day')).toBe('Mar 2, 2026');
    expect(periodText('2026-03-02', 'Week')).toBe('Week of Mar 2, 2026');
    expect(periodText('2026-03-01', 'Month')).toBe('Mar 2026');
    expect(periodShortText('2026-03-02', 'Week')).toBe('Mar 2, 2026');
  });
});
