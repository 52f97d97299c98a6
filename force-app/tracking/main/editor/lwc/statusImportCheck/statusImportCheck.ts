import { LightningElement, api } from 'lwc';
import checking from '@salesforce/label/c.Import_Checking';
import errorFileName from '@salesforce/label/c.Import_Error_File';
import goOn from '@salesforce/label/c.Import_Check_Go_On';
import stop from '@salesforce/label/c.Import_Check_Stop';
import verdictsLabel from '@salesforce/label/c.Import_Verdicts';
import { downloadCsv } from 'c/csvText';
import { errorMessage } from 'c/errorMessages';
import { matchLines } from 'c/statusImportCalls';
import {
  isRefused,
  judge,
  readAliases,
  StatusResolver,
  writeAlias,
  type CheckedImport,
  type Judgement,
  type LineFacts,
  type LineReader,
  type Mapping,
  type OwnAliases,
  type Verdict
} from 'c/statusImportRules';
import { errorFile, lineText } from 'c/statusImportText';
import { fillIn } from 'c/textFormat';
import { addText, downloadText, interruptionText } from './checkTexts';
import { verdictChips, type VerdictChip } from './verdictChips';

/** Step 3 of an import: finds out whom the lines name and shows what would become of each. Nothing is written.
 *  @fires judge with a CheckedImport, whenever what the import would do has changed; without detail while lines are being checked */
export default class StatusImportCheck extends LightningElement {
  @api campaignId = '';
  @api setup!: Apex.StatusImportSetup;
  @api names: readonly string[] = [];
  @api mapping!: Mapping;
  @api reader!: LineReader;
  /** What is known of the lines so far; the check goes on where it stopped. */
  @api facts!: LineFacts;
  /** Whether people who are no members were to be added when this step was left. */
  @api addMembers = false;

  readonly labels = { goOn, stop, verdictsLabel };
  isChecking = false;
  checked = 0;
  failure?: string;
  work?: CheckedImport;
  verdict: Verdict = 'change';
  aliases: OwnAliases = {};
  isAdding = false;

  /** The call that is under way ends first. */
  isStopped = false;

  connectedCallback(): void {
    this.aliases = readAliases(this.campaignId);
    this.isAdding = this.addMembers;
    void this.check();
  }

  disconnectedCallback(): void {
    this.isStopped = true;
  }

  get progress(): string {
    return fillIn(checking, this.checked, this.facts.count);
  }

  get percent(): number {
    return Math.floor((this.checked / this.facts.count) * 100);
  }

  get interruption(): string | undefined {
    return this.isChecking ? undefined : interruptionText(this.facts, this.failure);
  }

  get judgement(): Judgement | undefined {
    return this.work?.judgement;
  }

  get chips(): VerdictChip[] {
    return this.judgement ? verdictChips(this.judgement.counts, this.verdict) : [];
  }

  get addLabel(): string | undefined {
    return this.setup.canAddMembers ? addText(this.judgement) : undefined;
  }

  get downloadLabel(): string | undefined {
    return downloadText(this.judgement);
  }

  handleStop(): void {
    this.isStopped = true;
  }

  handleGoOn(): void {
    void this.check();
  }

  handleChip(event: Event): void {
    this.verdict = (event.currentTarget as HTMLElement).dataset.verdict as Verdict;
  }

  handleAdd(event: CustomEvent<{ checked: boolean }>): void {
    this.isAdding = event.detail.checked;
    this.judge(event.detail.checked ? 'add' : 'notMember');
  }

  handleAlias(event: CustomEvent<{ text: string; status: string | null }>): void {
    const { text, status } = event.detail;
    this.aliases = writeAlias(this.campaignId, this.aliases, text, status);
    this.judge();
  }

  async handleDownload(): Promise<void> {
    const work = this.work!;
    const whyNot = (line: number): string | undefined => (isRefused(work.judgement.verdictOf(line)) ? lineText(work, line) : undefined);
    downloadCsv(errorFileName, await errorFile(work.names, work.reader, whyNot));
  }

  private async check(): Promise<void> {
    this.isStopped = false;
    this.failure = undefined;
    this.isChecking = true;
    this.checked = this.facts.checked;
    this.dispatchEvent(new CustomEvent('judge'));
    const { campaignId, mapping, reader, facts } = this;
    const onProgress = (checked: number): void => {
      this.checked = checked;
    };
    try {
      await matchLines({ campaignId, mapping, reader, facts, onProgress, isCancelled: () => this.isStopped });
    } catch (error) {
      this.failure = errorMessage(error);
    }
    this.isChecking = false;
    this.judge();
  }

  private judge(shown?: Verdict): void {
    const { campaignId, names, mapping, reader, facts, isAdding: addMembers } = this;
    const resolver = new StatusResolver(this.setup.statuses ?? [], this.setup.aliases ?? [], this.aliases);
    const judgement = judge(facts, { resolver, addMembers });
    this.work = { campaignId, names, mapping, reader, facts, judgement, resolver };
    if (shown !== undefined) this.verdict = shown;
    if (judgement.counts[this.verdict] === 0) this.verdict = verdictChips(judgement.counts, this.verdict)[0]?.verdict ?? 'change';
    this.dispatchEvent(new CustomEvent('judge', { detail: { work: this.work, addMembers } }));
  }
}
