import type { LightningElement } from 'lwc';
import Accordion from 'shell/accordion';
import Details from 'shell/details';
import FieldItem from 'shell/fieldItem';
import FieldSection from 'shell/fieldSection';
import Highlights from 'shell/highlights';
import Path from 'shell/path';
import RelatedLists from 'shell/relatedLists';
import RichText from 'shell/richText';
import Tabset from 'shell/tabset';

/** Standard components of Lightning App Builder that the shell draws; all of them take `item`, `page`, `recordId` and `objectApiName`. */
export const standardComponents: Readonly<Record<string, new () => LightningElement>> = {
  'flexipage:tabset': Tabset,
  'flexipage:tabset2': Tabset,
  'flexipage:accordion': Accordion,
  'flexipage:fieldSection': FieldSection,
  'flexipage:richText': RichText,
  'force:highlightsPanel': Highlights,
  'force:recordDetail': Details,
  'force:detailPanel': Details,
  'force:relatedListContainer': RelatedLists,
  'force:relatedListSingleContainer': RelatedLists,
  'lst:dynamicRelatedList': RelatedLists,
  'runtime_sales_pathassistant:pathAssistant': Path,
  field: FieldItem
};
