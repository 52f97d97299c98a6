import type { SeedContext } from '../../local-org/src/org/index.js';
import { seedBankCampaigns } from './bankCampaigns.js';
import { seedInventedCampaigns } from './inventedCampaigns.js';

/** The demo data of the local org: the bank's two real telephone campaigns, then small campaigns whose people are invented. */
export async function seed(context: SeedContext): Promise<void> {
  await seedBankCampaigns(context);
  await seedInventedCampaigns(context);
}
