import { LightningElement, api } from 'lwc';
import owners from '@salesforce/label/c.Segments_Owners';
import sources from '@salesforce/label/c.Segments_Sources';
import sourcesHelp from '@salesforce/label/c.Segments_Sources_Help';
import title from '@salesforce/label/c.Segments_Title';
import types from '@salesforce/label/c.Segments_Types';
import type { Bar } from 'c/barList';
import type { TableData } from 'c/chartTable';
import { named, segmentBars, segmentTable, withOthers, type NamedSegment } from './segmentModel';

interface Section {
  readonly key: string;
  readonly title: string;
  readonly help?: string;
  readonly bars: readonly Bar[];
  readonly table: TableData;
}

/** The members by what they are, who owns them and what was done to them. */
export default class SegmentPanel extends LightningElement {
  @api dashboard?: Apex.CampaignDashboard;
  @api isTable = false;

  readonly title = title;

  get sections(): readonly Section[] {
    if (!this.dashboard) return [];
    const { segments, members } = this.dashboard;
    const section = (key: string, heading: string, list: readonly NamedSegment[], help?: string): Section => ({
      key,
      title: heading,
      help,
      bars: segmentBars(list, members),
      table: segmentTable(list, members)
    });
    return [
      section('types', types, named(segments.types)),
      section('sources', sources, named(segments.sources), sourcesHelp),
      section('owners', owners, withOthers(named(segments.owners), members))
    ];
  }
}
