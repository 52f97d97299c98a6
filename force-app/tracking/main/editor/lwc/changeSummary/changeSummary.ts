import { LightningElement, api } from 'lwc';
import dismiss from '@salesforce/label/c.Editor_Dismiss';
import tryCurrent from '@salesforce/label/c.Editor_Try_Current';
import tryCurrentAll from '@salesforce/label/c.Editor_Try_Current_All';
import undo from '@salesforce/label/c.Editor_Undo';
import { fillIn } from 'c/textFormat';
import type { Problem, Summary } from 'c/memberRows';

/** What became of a change: how many succeeded, and each that did not with why and what to do.
 *  @fires undo
 *  @fires dismiss
 *  @fires tryagain with the changes, each expecting the status that the member has now */
export default class ChangeSummary extends LightningElement {
  @api summary?: Summary;
  @api problems: readonly Problem[] = [];
  @api canUndo = false;
  @api disabled = false;

  readonly labels = { dismiss, tryCurrent, undo };

  @api
  focus(): void {
    this.template!.querySelector<HTMLElement>('[data-id="summary"]')?.focus({ preventScroll: true });
  }

  get summaryClass(): string {
    return `summary summary_${this.summary?.variant}`;
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }

  get conflicts(): readonly Problem[] {
    return this.problems.filter(({ isConflict }) => isConflict);
  }

  get hasManyConflicts(): boolean {
    return this.conflicts.length > 1;
  }

  get tryAllLabel(): string {
    return fillIn(tryCurrentAll, this.conflicts.length);
  }

  handleUndo(): void {
    this.dispatchEvent(new CustomEvent('undo'));
  }

  handleDismiss(): void {
    this.dispatchEvent(new CustomEvent('dismiss'));
  }

  handleTryAll(): void {
    this.tryAgain(this.conflicts);
  }

  handleTry(event: Event): void {
    const { member } = (event.currentTarget as HTMLElement).dataset;
    this.tryAgain(this.conflicts.filter(({ memberId }) => memberId === member));
  }

  private tryAgain(problems: readonly Problem[]): void {
    const changes = problems.map(({ change }) => change);
    this.dispatchEvent(new CustomEvent('tryagain', { detail: { changes } }));
  }
}
