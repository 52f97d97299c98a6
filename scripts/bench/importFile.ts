import type { CDPSession, Page } from 'playwright-core';
import { hostileFile, utf16 } from '../../e2e/import/hostileFile.js';
import { ImportWizard } from '../../e2e/import/importWizard.js';
import { startLocalOrg } from '../../e2e/localOrg.js';
import { launchBrowser } from '../../local-org/src/web/index.js';

const LINES = 100_000;
const ANSWER_MILLISECONDS = 240_000;
const LOOK_MILLISECONDS = 50;
const MEGABYTE = 1024 * 1024;

/**
 * What a file of 100,000 hostile lines costs the browser from choosing it to the verdict of its last line: the largest heap of the page, and the
 * longest time for which the page could not react.
 *
 * @param directory of an org that nothing else has open
 */
export async function measureImportFile(directory: string, campaignId: string): Promise<Record<string, number>> {
  const org = await startLocalOrg(directory);
  const browser = await launchBrowser();
  try {
    const members = org.query(`SELECT LeadId, Status FROM CampaignMember WHERE CampaignId = '${campaignId}' ORDER BY Id`);
    const outsiders = org.query('SELECT Id FROM Lead WHERE Email != null LIMIT 40').map(({ Id }) => String(Id));
    const { text } = hostileFile(LINES, members as unknown as { LeadId: string; Status: string }[], outsiders, 'Called again');
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.setDefaultTimeout(ANSWER_MILLISECONDS);
    const wizard = new ImportWizard(page);
    await wizard.open(org.url, campaignId);
    await page.evaluate(NOTE_DELAYS);
    const stopWatching = watchHeap(await page.context().newCDPSession(page));
    await wizard.choose('hostile.csv', utf16(text));
    await wizard.next();
    await wizard.next();
    await wizard.verdicts();
    return { 'editor.import100k.peakHeapMB': await stopWatching(), 'editor.import100k.longestTaskMs': await longestDelay(page) };
  } finally {
    await browser.close();
    await org.stop();
  }
}

/** The largest heap until the function that it gives back is called, in whole megabytes. */
function watchHeap(session: CDPSession): () => Promise<number> {
  let largest = 0;
  let isWatched = true;
  const watching = (async () => {
    while (isWatched) {
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      largest = Math.max(largest, usedSize);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    }
  })();
  return async () => {
    isWatched = false;
    await watching;
    return Math.ceil(largest / MEGABYTE);
  };
}

/**
 * A timer that is due all the time is late by as long as the page could not react. Reports of long tasks would leave out what is under 50 ms.
 * As text, because what compiles this file adds calls to functions that the page does not have.
 */
const NOTE_DELAYS = `{
  window.delays = { longest: 0 };
  let before = performance.now();
  setTimeout(function beat() {
    const now = performance.now();
    window.delays.longest = Math.max(window.delays.longest, now - before);
    before = now;
    setTimeout(beat);
  });
}`;

async function longestDelay(page: Page): Promise<number> {
  return Math.ceil(await page.evaluate(() => (window as unknown as { delays: { longest: number } }).delays.longest));
}
