import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SObject } from '../../src/values/index.js';
import { TestOrg } from '../data/org.js';

const PEOPLE = 4;
const CAMPAIGNS = 3;

type Step = { readonly what: string; readonly a: number; readonly b: number; readonly flag: boolean };

const steps = fc.array(
  fc.record({
    what: fc.constantFrom(
      'add',
      'add',
      'add',
      'status',
      'status',
      'remove',
      'deletePerson',
      'restorePerson',
      'convert',
      'flag',
      'rename',
      'parent'
    ),
    a: fc.nat(20),
    b: fc.nat(20),
    flag: fc.boolean()
  }),
  { minLength: 5, maxLength: 30 }
);

/** One world of campaigns and people on which random steps are tried; steps that the org refuses change nothing. */
class World {
  readonly org = new TestOrg();
  readonly campaigns = Array.from({ length: CAMPAIGNS }, (_, i) => this.org.insert('Campaign', { Name: `C${i}` }));
  readonly leads = Array.from({ length: PEOPLE }, (_, i) => this.org.insert('Lead', { LastName: `L${i}`, Company: 'C' }));
  readonly contacts = Array.from({ length: PEOPLE }, (_, i) => this.org.insert('Contact', { LastName: `P${i}` }));
  renamed = 0;

  step({ what, a, b, flag }: Step): void {
    const campaign = this.campaigns[a % CAMPAIGNS];
    const people = flag ? this.leads : this.contacts;
    const person = people[b % PEOPLE];
    const member = this.pick('CampaignMember', '', a);
    const status = this.pick('CampaignMemberStatus', ` WHERE CampaignId = '${campaign.id}'`, b);
    const partial = { allOrNone: false };
    const { org } = this;
    switch (what) {
      case 'add':
        org.dml(
          'insert',
          org.make('CampaignMember', {
            CampaignId: campaign.id,
            [flag ? 'LeadId' : 'ContactId']: person.id,
            Status: a % 2 ? 'Responded' : 'Sent'
          }),
          partial
        );
        break;
      case 'status':
        if (member) org.dml('update', org.make('CampaignMember', { Id: member.id, Status: flag ? 'Responded' : 'Sent' }), partial);
        break;
      case 'remove':
        if (member) org.dml('delete', member, partial);
        break;
      case 'deletePerson':
        org.dml('delete', person, partial);
        break;
      case 'restorePerson':
        org.dml('undelete', person, partial);
        break;
      case 'convert':
        this.convert(this.leads[b % PEOPLE], flag ? this.contacts[a % PEOPLE] : null);
        break;
      case 'flag':
        if (status) org.dml('update', org.make('CampaignMemberStatus', { Id: status.id, HasResponded: flag }), partial);
        break;
      case 'rename':
        if (status) org.dml('update', org.make('CampaignMemberStatus', { Id: status.id, Label: `S${this.renamed++}` }), partial);
        break;
      default:
        if (a % CAMPAIGNS > b % CAMPAIGNS)
          org.dml('update', org.make('Campaign', { Id: campaign.id, ParentId: flag ? this.campaigns[b % CAMPAIGNS].id : null }), partial);
    }
  }

  private pick(object: string, where: string, n: number): SObject | undefined {
    const found = this.org.rows(`SELECT Id FROM ${object}${where}`);
    return found[n % Math.max(1, found.length)];
  }

  private convert(lead: SObject, contact: SObject | null): void {
    const account = contact && this.org.insert('Account', { Name: 'A' });
    this.org.run(() =>
      this.org.org.dml.convertLead(
        {
          leadId: lead.id!,
          accountId: account?.id ?? null,
          contactId: contact?.id ?? null,
          opportunityName: null,
          doNotCreateOpportunity: true,
          ownerId: null,
          convertedStatus: 'Closed - Converted',
          overwriteLeadSource: false
        },
        { allOrNone: false, accessLevel: 'SYSTEM_MODE', enforceSharing: false }
      )
    );
  }
}

/** What the counters must be, counted anew from the members and their statuses. */
function recount(org: TestOrg): unknown {
  const members = org.rows('SELECT CampaignId, LeadId, ContactId, Status, HasResponded FROM CampaignMember');
  const statuses = org.rows('SELECT CampaignId, Label, HasResponded FROM CampaignMemberStatus');
  const campaigns = org.rows('SELECT Id, ParentId FROM Campaign ORDER BY Name');
  const count = (id: string): number[] => {
    const mine = members.filter((member) => member.values.get('CampaignId') === id);
    const responded = (member: SObject): boolean =>
      statuses.some(
        (one) =>
          one.values.get('CampaignId') === id &&
          one.values.get('Label') === member.values.get('Status') &&
          one.values.get('HasResponded') === true
      );
    for (const member of mine) expect(member.values.get('HasResponded')).toBe(responded(member));
    return [
      mine.filter((member) => member.values.get('LeadId') !== null).length,
      mine.filter((member) => member.values.get('LeadId') !== null && member.values.get('ContactId') !== null).length,
      mine.filter((member) => member.values.get('ContactId') !== null).length,
      mine.filter(responded).length
    ];
  };
  const below = (id: string): string[] => [
    id,
    ...campaigns.filter((one) => one.values.get('ParentId') === id).flatMap((one) => below(one.id!))
  ];
  return campaigns.map(({ id }) => [
    ...count(id!),
    ...below(id!)
      .map(count)
      .reduce((sum, one) => sum.map((n, i) => n + one[i]), [0, 0, 0, 0])
  ]);
}

const COUNTERS = ['NumberOfLeads', 'NumberOfConvertedLeads', 'NumberOfContacts', 'NumberOfResponses'];

it('keeps the counters equal to a fresh count whatever happens', () => {
  const world = new World();
  const { org } = world;
  fc.assert(
    fc.property(steps, (sequence) => {
      org.org.store.savepoint('sequence');
      try {
        for (const step of sequence) {
          org.transaction = org.newTransaction();
          world.step(step);
        }
        const names = [...COUNTERS, ...COUNTERS.map((name) => `Hierarchy${name}`)];
        const kept = org
          .rows(`SELECT ${names.join(', ')} FROM Campaign ORDER BY Name`)
          .map((row) => names.map((name) => row.values.get(name)));
        expect(kept).toEqual(recount(org));
      } finally {
        org.org.store.rollbackTo('sequence');
        org.org.store.release('sequence');
      }
    }),
    { numRuns: 60 }
  );
}, 60_000);
