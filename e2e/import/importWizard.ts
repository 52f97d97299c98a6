import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** The import wizard as a user works with it. */
export class ImportWizard {
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Import statuses' });
  }

  /** Opens it from the members of a campaign. */
  async open(url: string, campaignId: string): Promise<void> {
    await this.page.goto(`${url}/lightning/r/Campaign/${campaignId}/view`);
    await this.page.getByRole('tab', { name: 'Members' }).click();
    await this.page.getByRole('button', { name: 'Import…' }).click();
    await this.dialog.locator('input[type=file]').waitFor({ state: 'attached' });
  }

  /** From the disk, as a user does: handed over in memory, the browser would unpack it in the page. */
  async choose(name: string, content: string | Buffer): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    writeFileSync(join(folder, name), content);
    await this.dialog.locator('input[type=file]').setInputFiles(join(folder, name));
    await this.dialog.locator('c-status-import-source [data-id=summary], [data-id=refusal]').first().waitFor();
    rmSync(folder, { recursive: true });
  }

  async paste(text: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: /paste rows/ }).fill(text);
  }

  async next(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Next', exact: true }).click();
  }

  /** What was read of the file, as the wizard says it. */
  summary(): Promise<string> {
    return this.dialog.locator('c-status-import-source [data-id=summary]').innerText();
  }

  refusal(): Promise<string> {
    return this.dialog.locator('[data-id=refusal]').innerText();
  }

  async pick(combobox: string, option: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: combobox, exact: true }).click();
    await this.dialog.getByRole('option', { name: option, exact: true }).click();
  }

  /** Waits for the end of the check. */
  async verdicts(): Promise<Record<string, number>> {
    const chips = this.dialog.locator('c-status-import-check button.chip');
    await chips.first().waitFor();
    const texts = await chips.evaluateAll((found) =>
      found.map((chip) => [chip.firstChild!.textContent, chip.lastElementChild!.textContent])
    );
    return Object.fromEntries(texts.map(([name, count]) => [name!.trim(), Number(count!.replace(/\D/g, ''))]));
  }

  /** Waits for the end of the import. */
  async run(): Promise<string> {
    await this.dialog.getByRole('button', { name: /^Import [\d,]+ lines?$/ }).click();
    await this.dialog.locator('[data-id=done]').waitFor();
    return this.dialog.locator('.result').innerText();
  }

  /** Saves the file of what was not imported. */
  async download(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.dialog.locator('[data-id=download] button, [data-id=download]').first().click()
    ]);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
}
