import type { Page } from 'playwright-core';
import { startLocalOrg } from '../../e2e/localOrg.js';
import { launchBrowser } from '../../local-org/src/web/index.js';

const ANSWER_MILLISECONDS = 120_000;

/**
 * How many nodes the page of the editor has at most: with its first page, with 200 rows, after a jump to the last of them, for the bank
 * campaign and for a huge one. Text, shadow trees and the frame of the local org around the editor are counted.
 *
 * @param directory of an org that nothing else has open
 */
export async function measureEditorDom(directory: string, campaignIds: readonly string[]): Promise<Record<string, number>> {
  const org = await startLocalOrg(directory);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.setDefaultTimeout(ANSWER_MILLISECONDS);
    let most = 0;
    for (const campaignId of campaignIds) {
      await page.goto(`${org.url}/lightning/n/Campaign_Member_Statuses?c__campaignId=${campaignId}`);
      most = Math.max(most, ...(await countStates(page)));
    }
    return { 'editor.domNodes': most };
  } finally {
    await browser.close();
    await org.stop();
  }
}

async function countStates(page: Page): Promise<number[]> {
  const settled = async (): Promise<number> => {
    await page.getByRole('grid').getByRole('checkbox').nth(3).waitFor();
    await page.locator('[aria-busy="false"]').first().waitFor();
    return countNodes(page);
  };
  const first = await settled();
  await page.getByRole('combobox', { name: 'Members a page' }).click();
  await page.getByRole('option', { name: '200' }).click();
  await page.getByRole('button', { name: 'This page (200)' }).waitFor();
  const large = await settled();
  await page.getByRole('gridcell').first().hover();
  await page.mouse.wheel(0, 10_000);
  await page.waitForTimeout(1000);
  return [first, large, await settled()];
}

/** `querySelectorAll` of the page stops at shadow roots; the protocol of the browser does not. */
async function countNodes(page: Page): Promise<number> {
  interface Node {
    readonly children?: readonly Node[];
    readonly shadowRoots?: readonly Node[];
  }
  const session = await page.context().newCDPSession(page);
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  await session.detach();
  const count = (node: Node): number =>
    [...(node.children ?? []), ...(node.shadowRoots ?? [])].reduce((sum, child) => sum + count(child), 1);
  return count(root);
}
