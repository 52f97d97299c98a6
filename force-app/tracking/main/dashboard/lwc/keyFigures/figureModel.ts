import costPerMember from '@salesforce/label/c.Dashboard_Cost_Per_Member';
import costPerResponse from '@salesforce/label/c.Dashboard_Cost_Per_Response';
import helpCostPerMember from '@salesforce/label/c.Dashboard_Help_Cost_Per_Member';
import helpCostPerResponse from '@salesforce/label/c.Dashboard_Help_Cost_Per_Response';
import helpHierarchy from '@salesforce/label/c.Dashboard_Help_Hierarchy';
import helpMembers from '@salesforce/label/c.Dashboard_Help_Members';
import helpOpportunities from '@salesforce/label/c.Dashboard_Help_Opportunities';
import helpResponded from '@salesforce/label/c.Dashboard_Help_Responded';
import helpResponseRate from '@salesforce/label/c.Dashboard_Help_Response_Rate';
import helpRoi from '@salesforce/label/c.Dashboard_Help_Roi';
import helpWonAmount from '@salesforce/label/c.Dashboard_Help_Won_Amount';
import opportunities from '@salesforce/label/c.Dashboard_Opportunities';
import responded from '@salesforce/label/c.Shared_Responded';
import responseRate from '@salesforce/label/c.Dashboard_Response_Rate';
import roi from '@salesforce/label/c.Dashboard_Roi';
import wonAmount from '@salesforce/label/c.Dashboard_Won_Amount';
import members from '@salesforce/label/c.Shared_Members';

export interface KeyFigure extends Apex.CampaignDashboard.Figure {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly formatStyle: 'decimal' | 'currency' | 'percent';
  readonly currencyCode: string;
  /** Whether the previous campaign's is told beside it. */
  readonly isCompared: boolean;
}

type Named = Pick<KeyFigure, 'key' | 'label' | 'help'> & Partial<KeyFigure>;

/** The figures in the order of what people ask first. */
export function toFigures(dashboard: Apex.CampaignDashboard): KeyFigure[] {
  const { currencyCode, includesDescendants } = dashboard;
  const withHierarchy = (help: string): string => (includesDescendants ? `${help} ${helpHierarchy}` : help);
  const figure = (named: Named): KeyFigure => ({ formatStyle: 'decimal', currencyCode, isCompared: false, ...named });
  const money = (named: Named): KeyFigure => figure({ ...named, formatStyle: 'currency', help: withHierarchy(named.help) });
  return [
    figure({ key: 'members', label: members, help: helpMembers, value: dashboard.members }),
    figure({ key: 'responded', label: responded, help: helpResponded, value: dashboard.responded }),
    figure({
      key: 'responseRate',
      label: responseRate,
      help: helpResponseRate,
      formatStyle: 'percent',
      isCompared: true,
      ...dashboard.responseRate
    }),
    money({ key: 'costPerResponse', label: costPerResponse, help: helpCostPerResponse, ...dashboard.costPerResponse }),
    figure({ key: 'roi', label: roi, help: withHierarchy(helpRoi), formatStyle: 'percent', ...dashboard.returnOnInvestment }),
    money({ key: 'costPerMember', label: costPerMember, help: helpCostPerMember, ...dashboard.costPerMember }),
    figure({ key: 'opportunities', label: opportunities, help: withHierarchy(helpOpportunities), ...dashboard.opportunities }),
    money({ key: 'wonAmount', label: wonAmount, help: helpWonAmount, ...dashboard.wonAmount })
  ];
}
