/**
 * Writes data/invented/people.json and data/invented/campaigns.json: made-up people and campaigns, the same ones at every run (seeded).
 * Run it with `node --import tsx scripts/seed/generateInvented.ts` after a change here, and commit what it wrote.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { Faker, en, base } from '@faker-js/faker';
import type { InventedCampaign, InventedMember, InventedPeople } from './inventedModel.js';

const faker = new Faker({ locale: [en, base], seed: 20260401 });
const MARK = 'Invented demo data.';

const accounts = Array.from({ length: 24 }, () => ({
  Name: faker.company.name(),
  Industry: faker.helpers.arrayElement(['Banking', 'Energy', 'Retail', 'Technology']),
  Description: MARK
}));

const person = (): Record<string, unknown> => {
  const FirstName = faker.person.firstName();
  const LastName = faker.person.lastName();
  // example.com is reserved (RFC 2606): nobody has these addresses.
  const Email = faker.internet.email({ firstName: FirstName, lastName: LastName, provider: 'example.com' }).toLowerCase();
  return { FirstName, LastName, Email, Title: faker.person.jobTitle(), Description: MARK };
};

const people: InventedPeople = {
  accounts,
  contacts: Array.from({ length: 90 }, () => ({ account: faker.number.int({ min: 0, max: accounts.length - 1 }), record: person() })),
  leads: Array.from({ length: 140 }, () => ({
    ...person(),
    Company: faker.company.name(),
    Status: 'Open - Not Contacted',
    LeadSource: 'Web'
  }))
};

type Weighted = readonly { readonly value: string; readonly weight: number }[];

/** Members of one campaign: distinct people, contacts and leads mixed, each with a status by weight and a day within the campaign. */
function members(contacts: number, leads: number, weights: Weighted, from: string, to: string): InventedMember[] {
  const pick = (kind: 'contact' | 'lead', available: number, count: number): InventedMember[] =>
    faker.helpers.arrayElements([...Array(available).keys()], count).map((index) => ({
      kind,
      index,
      status: faker.helpers.weightedArrayElement([...weights]),
      date: faker.date.between({ from, to }).toISOString().slice(0, 10)
    }));
  return [...pick('contact', people.contacts.length, contacts), ...pick('lead', people.leads.length, leads)];
}

const status = (label: string, responded = false): { label: string; responded: boolean } => ({ label, responded });

const campaigns: InventedCampaign[] = [
  {
    key: 'launch',
    record: {
      Name: 'Spring Launch 2026',
      Type: 'Other',
      Status: 'Completed',
      StartDate: '2026-02-02',
      EndDate: '2026-05-29',
      BudgetedCost: 60000,
      ActualCost: 4200,
      ExpectedRevenue: 400000,
      Description: `${MARK} Parent of the launch campaigns.`
    },
    statuses: [status('Sent'), status('Responded', true)],
    members: members(
      6,
      12,
      [
        { value: 'Sent', weight: 3 },
        { value: 'Responded', weight: 1 }
      ],
      '2026-02-02',
      '2026-05-29'
    ),
    opportunities: []
  },
  {
    key: 'email',
    parent: 'launch',
    record: {
      Name: 'Spring Launch: invitation e-mail',
      Type: 'Email',
      Status: 'Completed',
      StartDate: '2026-02-09',
      EndDate: '2026-03-13',
      BudgetedCost: 3000,
      ActualCost: 2750,
      NumberSent: 180,
      ExpectedResponse: 12,
      Description: MARK
    },
    statuses: [status('Sent'), status('Bounced'), status('Opened'), status('Clicked', true), status('Unsubscribed')],
    members: members(
      70,
      110,
      [
        { value: 'Sent', weight: 90 },
        { value: 'Bounced', weight: 5 },
        { value: 'Opened', weight: 55 },
        { value: 'Clicked', weight: 25 },
        { value: 'Unsubscribed', weight: 5 }
      ],
      '2026-02-09',
      '2026-03-13'
    ),
    opportunities: []
  },
  {
    key: 'webinar',
    parent: 'launch',
    record: {
      Name: 'Spring Launch: webinar',
      Type: 'Webinar',
      Status: 'Completed',
      StartDate: '2026-03-02',
      EndDate: '2026-03-26',
      BudgetedCost: 9000,
      ActualCost: 8640,
      ExpectedResponse: 30,
      ExpectedRevenue: 90000,
      Description: MARK
    },
    statuses: [
      status('Invited'),
      status('Registered', true),
      status('Attended', true),
      status('No-show'),
      status('Watched the recording', true)
    ],
    members: members(
      45,
      60,
      [
        { value: 'Invited', weight: 50 },
        { value: 'Registered', weight: 12 },
        { value: 'Attended', weight: 26 },
        { value: 'No-show', weight: 9 },
        { value: 'Watched the recording', weight: 8 }
      ],
      '2026-03-02',
      '2026-03-26'
    ),
    opportunities: [
      { Name: 'Platform renewal', StageName: 'Closed Won', Amount: 38000, CloseDate: '2026-04-20' },
      { Name: 'Pilot for two branches', StageName: 'Closed Lost', Amount: 12500, CloseDate: '2026-05-04' },
      { Name: 'Group licence', StageName: 'Negotiation/Review', Amount: 64000, CloseDate: '2026-12-18' }
    ]
  },
  {
    key: 'event',
    parent: 'launch',
    record: {
      Name: 'Spring Launch: customer day',
      Type: 'Conference',
      Status: 'Completed',
      StartDate: '2026-04-13',
      EndDate: '2026-05-21',
      BudgetedCost: 45000,
      ActualCost: 47310.5,
      ExpectedResponse: 45,
      ExpectedRevenue: 250000,
      Description: MARK
    },
    statuses: [status('Invited'), status('Accepted', true), status('Declined'), status('Attended', true), status('No-show')],
    members: members(
      60,
      25,
      [
        { value: 'Invited', weight: 30 },
        { value: 'Accepted', weight: 8 },
        { value: 'Declined', weight: 14 },
        { value: 'Attended', weight: 28 },
        { value: 'No-show', weight: 5 }
      ],
      '2026-04-13',
      '2026-05-21'
    ),
    opportunities: [
      { Name: 'Extension of the contact centre', StageName: 'Closed Won', Amount: 121000, CloseDate: '2026-07-01' },
      { Name: 'Training for advisers', StageName: 'Closed Won', Amount: 18400, CloseDate: '2026-06-12' }
    ]
  },
  {
    key: 'newsletter',
    record: {
      Name: 'Autumn newsletter 2026',
      Type: 'Email',
      Status: 'In Progress',
      IsActive: true,
      StartDate: '2026-10-01',
      EndDate: '2026-12-15',
      NumberSent: 120,
      ExpectedResponse: 8,
      Description: MARK
    },
    statuses: [status('Sent'), status('Opened'), status('Clicked', true)],
    members: members(
      40,
      80,
      [
        { value: 'Sent', weight: 70 },
        { value: 'Opened', weight: 40 },
        { value: 'Clicked', weight: 10 }
      ],
      '2026-10-01',
      '2026-11-20'
    ),
    opportunities: []
  },
  {
    key: 'breakfast',
    record: {
      Name: 'Partner breakfast 2027',
      Type: 'Partners',
      Status: 'Planned',
      IsActive: true,
      StartDate: '2027-01-19',
      EndDate: '2027-01-19',
      BudgetedCost: 1500,
      Description: `${MARK} Planned: nobody has been added yet.`
    },
    statuses: [status('Sent'), status('Responded', true)],
    members: [],
    opportunities: []
  }
];

await mkdir('data/invented', { recursive: true });
await writeFile('data/invented/people.json', JSON.stringify(people, null, 1) + '\n');
await writeFile('data/invented/campaigns.json', JSON.stringify(campaigns, null, 1) + '\n');
