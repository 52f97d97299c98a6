import clickABar from '@salesforce/label/c.Dashboard_Click_A_Bar';
import emptyText from '@salesforce/label/c.Dashboard_Empty_Text';
import emptyTitle from '@salesforce/label/c.Dashboard_Empty_Title';
import fileName from '@salesforce/label/c.Export_File';
import statusChosen from '@salesforce/label/c.Dashboard_Status_Chosen';
import title from '@salesforce/label/c.Dashboard_Title';
import whereMembersStand from '@salesforce/label/c.Dashboard_Where_Members_Stand';

export const labels = { clickABar, emptyText, emptyTitle, fileName, statusChosen, title, whereMembersStand };
