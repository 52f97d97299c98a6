import costPerMember from '@salesforce/label/c.Dashboard_Cost_Per_Member';
import costPerResponse from '@salesforce/label/c.Dashboard_Cost_Per_Response';
import figuresTitle from '@salesforce/label/c.Dashboard_Title';
import opportunities from '@salesforce/label/c.Dashboard_Opportunities';
import partsTitle from '@salesforce/label/c.Dashboard_Parts';
import responseRate from '@salesforce/label/c.Dashboard_Response_Rate';
import roi from '@salesforce/label/c.Dashboard_Roi';
import whereMembersStand from '@salesforce/label/c.Dashboard_Where_Members_Stand';
import wonAmount from '@salesforce/label/c.Dashboard_Won_Amount';
import detail from '@salesforce/label/c.Export_Detail';
import item from '@salesforce/label/c.Export_Item';
import measure from '@salesforce/label/c.Export_Measure';
import medianBelow from '@salesforce/label/c.Export_Median_Below';
import medianFrom from '@salesforce/label/c.Export_Median_From';
import part from '@salesforce/label/c.Export_Part';
import value from '@salesforce/label/c.Export_Value';
import changesLabel from '@salesforce/label/c.Movement_Changes';
import joined from '@salesforce/label/c.Movement_Joined';
import moves from '@salesforce/label/c.Movement_Moves';
import removed from '@salesforce/label/c.Movement_Removed';
import stay from '@salesforce/label/c.Movement_Stay';
import owners from '@salesforce/label/c.Segments_Owners';
import sources from '@salesforce/label/c.Segments_Sources';
import types from '@salesforce/label/c.Segments_Types';
import membersLabel from '@salesforce/label/c.Shared_Members';
import respondedLabel from '@salesforce/label/c.Shared_Responded';
import entries from '@salesforce/label/c.Trend_Entries_Title';
import responses from '@salesforce/label/c.Trend_Title';
import { toCsv, type CsvValue } from 'c/csvText';

type Row = readonly CsvValue[];

/**
 * Everything that a dashboard shows as one table: part, item, detail, measure, value. Numbers are written as they are, shares from 0 to 1;
 * what is not known has the reason in place of the number.
 */
export function dashboardCsv(dashboard: Apex.CampaignDashboard, trend?: Apex.CampaignTrend): string {
  return toCsv([part, item, detail, measure, value], [...summaryRows(dashboard), ...movementRows(dashboard.movement), ...trendRows(trend)]);
}

function summaryRows(dashboard: Apex.CampaignDashboard): Row[] {
  const figure = (name: string, { value: known, unknownReason }: Apex.CampaignDashboard.Figure): Row => [
    figuresTitle,
    dashboard.campaignName,
    '',
    name,
    known ?? unknownReason
  ];
  const { segments } = dashboard;
  return [
    figure(membersLabel, { value: dashboard.members }),
    figure(respondedLabel, { value: dashboard.responded }),
    figure(responseRate, dashboard.responseRate),
    figure(costPerResponse, dashboard.costPerResponse),
    figure(roi, dashboard.returnOnInvestment),
    figure(costPerMember, dashboard.costPerMember),
    figure(opportunities, dashboard.opportunities),
    figure(wonAmount, dashboard.wonAmount),
    ...dashboard.statuses.map(({ label, members }) => [whereMembersStand, label, '', membersLabel, members]),
    ...dashboard.parts.flatMap(({ name, members, responses: count }) => [
      [partsTitle, name, '', membersLabel, members],
      [partsTitle, name, '', respondedLabel, count]
    ]),
    ...segmentRows(types, segments.types),
    ...segmentRows(sources, segments.sources),
    ...segmentRows(owners, segments.owners)
  ];
}

function segmentRows(title: string, segments: readonly Apex.CampaignSegments.Segment[]): Row[] {
  return segments.flatMap(({ label, members, responded }) => [
    [title, label, '', membersLabel, members],
    ...(typeof responded === 'number' ? [[title, label, '', respondedLabel, responded]] : [])
  ]);
}

function movementRows(movement: Apex.StatusMovement): Row[] {
  return [
    ...movement.moves.map(({ fromStatus, toStatus, changes }) => [moves, fromStatus ?? joined, toStatus ?? removed, changesLabel, changes]),
    ...movement.stays.flatMap(({ status, medianFromHours, medianBelowHours }) => [
      [stay, status, '', medianFrom, medianFromHours],
      [stay, status, '', medianBelow, medianBelowHours]
    ])
  ];
}

function trendRows(trend?: Apex.CampaignTrend): Row[] {
  if (!trend) return [];
  return [
    ...trend.responses.map(({ startsOn, count }) => [responses, startsOn, '', respondedLabel, count]),
    ...trend.entries.map(({ startsOn, status, count }) => [entries, startsOn, status, changesLabel, count])
  ];
}
