import emptyFilterText from '@salesforce/label/c.Editor_Empty_Filter_Text';
import emptyFilterTitle from '@salesforce/label/c.Editor_Empty_Filter_Title';
import emptyText from '@salesforce/label/c.Editor_Empty_Text';
import emptyTitle from '@salesforce/label/c.Editor_Empty_Title';
import clearFilters from '@salesforce/label/c.Editor_Filter_Clear';
import failureTitle from '@salesforce/label/c.Editor_Summary_Title_Failure';
import title from '@salesforce/label/c.Editor_Title';
import loading from '@salesforce/label/c.Shared_Loading';

export const labels = { clearFilters, failureTitle, loading, title };

export const nobody = { heading: emptyTitle, text: emptyText };

export const nobodyMatches = { heading: emptyFilterTitle, text: emptyFilterText };
