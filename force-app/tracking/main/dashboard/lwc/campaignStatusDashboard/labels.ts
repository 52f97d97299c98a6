import asOf from '@salesforce/label/c.Dashboard_As_Of';
import clickABar from '@salesforce/label/c.Dashboard_Click_A_Bar';
import costPerResponse from '@salesforce/label/c.Dashboard_Cost_Per_Response';
import emptyText from '@salesforce/label/c.Dashboard_Empty_Text';
import emptyTitle from '@salesforce/label/c.Dashboard_Empty_Title';
import helpCostPerResponse from '@salesforce/label/c.Dashboard_Help_Cost_Per_Response';
import helpMembers from '@salesforce/label/c.Dashboard_Help_Members';
import helpResponded from '@salesforce/label/c.Dashboard_Help_Responded';
import helpResponseRate from '@salesforce/label/c.Dashboard_Help_Response_Rate';
import helpRoi from '@salesforce/label/c.Dashboard_Help_Roi';
import responded from '@salesforce/label/c.Dashboard_Responded';
import responseRate from '@salesforce/label/c.Dashboard_Response_Rate';
import roi from '@salesforce/label/c.Dashboard_Roi';
import showBars from '@salesforce/label/c.Dashboard_Show_Bars';
import showTable from '@salesforce/label/c.Dashboard_Show_Table';
import statusChosen from '@salesforce/label/c.Dashboard_Status_Chosen';
import title from '@salesforce/label/c.Dashboard_Title';
import whereMembersStand from '@salesforce/label/c.Dashboard_Where_Members_Stand';
import members from '@salesforce/label/c.Shared_Members';
import refresh from '@salesforce/label/c.Shared_Refresh';

export const labels = {
  asOf,
  clickABar,
  costPerResponse,
  emptyText,
  emptyTitle,
  helpCostPerResponse,
  helpMembers,
  helpResponded,
  helpResponseRate,
  helpRoi,
  members,
  refresh,
  responded,
  responseRate,
  roi,
  showBars,
  showTable,
  statusChosen,
  title,
  whereMembersStand
};
