import { ApexObject } from './object.js';
import { raise } from './exception.js';

/** What List, Set and Map share: they refuse changes while a loop walks them, and wholly when the platform owns them (Trigger.new). */
export abstract class ApexCollection extends ApexObject {
  /** Loops that walk it at the moment. */
  iterating = 0;
  /** Lists and maps of trigger records. */
  readOnly = false;
  /** The map whose keys this set holds: walking one is walking the other. */
  backing: ApexCollection | null = null;

  /** To be called before elements are added or removed. */
  beforeChange(): void {
    if (this.readOnly) raise('FinalException', 'Collection is read-only');
    if (this.iterating > 0) raise('FinalException', 'Cannot modify a collection while it is being iterated.');
  }
}
