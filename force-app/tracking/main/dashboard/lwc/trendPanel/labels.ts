import dayLabel from '@salesforce/label/c.Trend_Day';
import entriesEmpty from '@salesforce/label/c.Trend_Entries_Empty';
import entriesTitle from '@salesforce/label/c.Trend_Entries_Title';
import from from '@salesforce/label/c.Trend_From';
import granularity from '@salesforce/label/c.Trend_Granularity';
import leftOut from '@salesforce/label/c.Trend_Entries_Left_Out';
import monthLabel from '@salesforce/label/c.Trend_Month';
import rangeError from '@salesforce/label/c.Trend_Range_Error';
import responsesColumn from '@salesforce/label/c.Trend_Responses';
import responsesEmpty from '@salesforce/label/c.Trend_Responses_Empty';
import title from '@salesforce/label/c.Trend_Title';
import to from '@salesforce/label/c.Trend_To';
import undated from '@salesforce/label/c.Trend_Undated';
import weekLabel from '@salesforce/label/c.Trend_Week';

export const labels = {
  entriesEmpty,
  entriesTitle,
  from,
  granularity,
  leftOut,
  rangeError,
  responsesColumn,
  responsesEmpty,
  title,
  to,
  undated
};

export const granularities = [
  { label: dayLabel, value: 'Day' },
  { label: weekLabel, value: 'Week' },
  { label: monthLabel, value: 'Month' }
] as const;
