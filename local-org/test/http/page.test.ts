import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bootstrap, LayoutModel, ListModel } from '../../src/web/index.js';
import { serve, type Served } from './harness.js';

let served: Served;
let campaignId: string;

beforeAll(async () => {
  served = await serve();
  campaignId = (
    await (
      await served.connect()
    )
      .sobject('Campaign')
      .create({ Name: 'Spring Webinar', Type: 'Webinar', Status: 'Planned', StartDate: '2026-05-05', ActualCost: 12.5 })
  ).id!;
}, 60_000);
afterAll(() => served?.close());

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

async function page(method: string, path: string, body?: unknown, cookie = ''): Promise<Reply> {
  const response = await fetch(served.url + path, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), 'x-local-org': 'page', cookie }
  });
  const text = await response.text();
  return { status: response.status, body: text ? (JSON.parse(text) as unknown) : null, headers: response.headers };
}

const apex = (method: string, parameters: unknown = {}, query = ''): Promise<Reply> =>
  page('POST', `/apex/TypesController/${method}${query}`, parameters);

describe('@AuraEnabled methods', () => {
  it('answers values in their JavaScript shape', async () => {
    expect((await apex('values')).body).toEqual({
      text: 'a',
      whole: 7,
      big: 5000000000,
      money: 12.5,
      ratio: 0.25,
      yes: true,
      day: '2008-05-05',
      moment: '2008-05-05T14:02:03.000Z',
      colour: 'GREEN',
      list: [1, null, 'x'],
      set: ['only'],
      account: { Name: 'Acme' }
    });
  });

  it('takes parameters of every type', async () => {
    const all = {
      text: 't',
      whole: 3,
      money: 1.5,
      day: '2026-01-31',
      moment: '2026-01-31T10:20:00Z',
      ids: [campaignId],
      flags: { on: true },
      record: { Name: 'Acme' },
      colour: 'RED'
    };
    expect((await apex('describe', all)).body).toBe('t|3|1.5|2026-01-31|2026-01-31 10:20|1|true|Acme|RED');
  });

  it.each([
    [{ whole: 'many' }, "Value provided is invalid for action parameter 'whole' of type 'Integer'"],
    [{ whole: 1.5 }, "Value provided is invalid for action parameter 'whole' of type 'Integer'"],
    [{ ids: ['nope'] }, "Value provided is invalid for action parameter 'ids' of type 'List<Id>'"],
    [{ record: { Nope: 1 } }, "Value provided is invalid for action parameter 'record' of type 'Account'"]
  ])('refuses %j', async (parameters, message) => {
    const { status, body } = await apex('describe', parameters);
    expect([status, (body as { message: string }).message]).toEqual([500, message]);
  });

  it('fills properties of Apex classes, leaves plain fields null, and answers @AuraEnabled members only', async () => {
    const box = { label: 'big', price: 2.5, plainField: 'lost', parts: [{ label: 'small' }] };
    expect((await apex('echo', { box })).body).toEqual({
      label: 'big',
      price: 2.5,
      parts: [{ label: 'small', partCount: 0 }],
      partCount: 1
    });
  });

  it.each([
    ['failNull', 'Attempt to de-reference a null object', 'System.NullPointerException', false],
    ['failCustom', 'Custom words', 'TypesController.CustomException', true]
  ])('%s has the body of an Apex error', async (method, message, exceptionType, isUserDefinedException) => {
    const { status, body } = await apex(method);
    expect(status).toBe(500);
    expect(body).toMatchObject({ message, exceptionType, isUserDefinedException });
    expect((body as { stackTrace: string }).stackTrace).toMatch(new RegExp(`^Class\\.TypesController\\.${method}: line \\d+, column 1`));
  });

  it('answers an uncaught DmlException with page and field errors', async () => {
    expect((await apex('failDml')).body).toEqual({
      fieldErrors: { Name: [{ statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]' }] },
      pageErrors: [],
      index: null,
      duplicateResults: []
    });
  });

  it('tells cacheable methods, refuses DML in them and wires of others', async () => {
    const read = await page('POST', '/apex/CampaignCardController/getMembers?wire=1', { campaignId });
    expect([read.status, read.headers.get('x-apex-cacheable'), read.body]).toEqual([200, 'true', []]);
    expect((await apex('writeInCacheable')).body).toMatchObject({
      message: 'Too many DML statements: 1',
      exceptionType: 'System.LimitException'
    });
    expect((await apex('values', {}, '?wire=1')).status).toBe(500);
    expect((await apex('notExposed')).status).toBe(404);
  });
});

describe('UI API', () => {
  it('reads a record with display values and parents', async () => {
    const { body } = await page(
      'GET',
      `/ui-api/records/${campaignId}?fields=Campaign.Name,Campaign.ActualCost,Campaign.StartDate,Campaign.Owner.Name&optionalFields=Campaign.Nope__c`
    );
    expect(body).toMatchObject({
      apiName: 'Campaign',
      id: campaignId,
      fields: {
        Name: { value: 'Spring Webinar', displayValue: null },
        ActualCost: { value: 12.5 },
        StartDate: { value: '2026-05-05', displayValue: '5/5/2026' },
        Owner: { value: { apiName: 'User', fields: { Name: { value: served.org.access.defaultUser().name } } } }
      }
    });
    expect((body as { fields: object }).fields).not.toHaveProperty('Nope__c');
  });

  it.each([
    ['/ui-api/records/701000000000001AAA?fields=Campaign.Name', 404, 'NOT_FOUND'],
    ['/ui-api/records/nonsense?fields=Campaign.Name', 404, 'NOT_FOUND']
  ])('answers %s with %i', async (path, status, errorCode) => {
    const reply = await page('GET', path);
    expect([reply.status, (reply.body as { errorCode: string }[])[0].errorCode]).toEqual([status, errorCode]);
  });

  it('names a field that does not exist', async () => {
    const { status, body } = await page('GET', `/ui-api/records/${campaignId}?fields=Campaign.Nope__c`);
    expect([status, (body as { errorCode: string }[])[0].errorCode]).toEqual([400, 'INVALID_FIELD']);
  });

  it('creates, updates and deletes, with field errors where there are some', async () => {
    const created = await page('POST', '/ui-api/records', { apiName: 'Account', fields: { Name: 'Acme' } });
    expect([created.status, (created.body as { fields: { Name: { value: string } } }).fields.Name.value]).toEqual([201, 'Acme']);
    const { id } = created.body as { id: string };
    const updated = await page('PATCH', `/ui-api/records/${id}`, { fields: { Name: 'Acme Inc' } });
    expect((updated.body as { fields: { Name: { value: string } } }).fields.Name.value).toBe('Acme Inc');
    const refused = await page('PATCH', `/ui-api/records/${id}`, { fields: { Name: null } });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      enhancedErrorType: 'RecordError',
      statusCode: 400,
      output: { fieldErrors: { Name: [{ errorCode: 'REQUIRED_FIELD_MISSING', field: 'Name' }] } }
    });
    expect((await page('DELETE', `/ui-api/records/${id}`)).status).toBe(204);
  });

  it('describes objects and picklists', async () => {
    const info = (await page('GET', '/ui-api/object-info/Campaign')).body as {
      fields: Record<string, { dataType: string }>;
      nameFields: string[];
      defaultRecordTypeId: string;
    };
    expect([info.fields.Status.dataType, info.fields.StartDate.dataType, info.nameFields]).toEqual(['Picklist', 'Date', ['Name']]);
    const { values } = (await page('GET', `/ui-api/object-info/Campaign/picklist-values/${info.defaultRecordTypeId}/Status`)).body as {
      values: { value: string }[];
    };
    expect(values.map(({ value }) => value)).toEqual(['Planned', 'In Progress', 'Completed', 'Aborted']);
  });
});

describe('the page', () => {
  it('is told apps, tabs, pages and labels', async () => {
    const bootstrap = (await page('GET', '/bootstrap.json')).body as Bootstrap;
    expect(bootstrap.apps[0]).toMatchObject({
      label: 'Sample Marketing',
      tabs: ['standard-home', 'standard-Campaign', 'Overview', 'standard-Lead']
    });
    expect(bootstrap.objects.Campaign).toMatchObject({ keyPrefix: '701', recordPage: 'Campaign_Record_Page', icon: 'standard:campaign' });
    expect(bootstrap.labels.Campaign_Card_Title).toBe('Campaign card');
    expect(bootstrap.components.campaignCard.properties.maximum).toEqual({ type: 'Integer', default: '10' });
    expect(bootstrap.user.id).toBe(served.org.access.defaultUser().id);
  });

  it('lists and lays out records', async () => {
    const list = (await page('GET', '/local/list/Campaign?search=spring')).body as ListModel;
    expect([list.total, list.rows[0].cells.Name.value, list.columns.map(({ name }) => name)]).toEqual([
      1,
      'Spring Webinar',
      ['Name', 'Type', 'Status', 'StartDate', 'NumberOfLeads', 'NumberOfContacts', 'NumberOfResponses']
    ]);
    const layout = (await page('GET', '/local/layout/Campaign')).body as LayoutModel;
    expect(layout.compactFields.map(({ name }) => name)).toEqual(['Type', 'Status', 'StartDate', 'EndDate', 'OwnerId']);
    expect(layout.relatedLists[0].name).toBe('CampaignMembers');
    const related = (await page('GET', `/local/related/${campaignId}/CampaignMembers`)).body as ListModel;
    expect(related.total).toBe(0);
  });

  it('can be seen as another user', async () => {
    const { users } = (await page('GET', '/bootstrap.json')).body as Bootstrap;
    const other = users.find((user) => user.id !== served.org.access.defaultUser().id)!;
    const reply = await page('POST', '/session', { userId: other.id });
    const [cookie] = reply.headers.get('set-cookie')!.split(';');
    expect(((await page('GET', '/bootstrap.json', undefined, cookie)).body as Bootstrap).user.id).toBe(other.id);
    expect((await page('POST', '/session', { userId: '005000000000000AAA' })).status).toBe(400);
  });
});

describe('events', () => {
  it('streams to subscribers of a channel and replays what is kept', async () => {
    const tell = (replayId: number, channel = '/event/Test__e'): void => {
      for (const listener of served.org.listeners) listener(channel, { replayId, payload: { Text__c: `number ${replayId}` } });
    };
    tell(1);
    const abort = new AbortController();
    const response = await fetch(`${served.url}/emp/event/Test__e?replayId=-2`, { signal: abort.signal });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    tell(2, '/event/Other__e');
    tell(3);
    let text = '';
    while (!text.includes('number 3')) text += (await reader.read()).value ?? '';
    abort.abort();
    const messages = [...text.matchAll(/^data: (.*)$/gm)].map(
      (match) => JSON.parse(match[1]) as { channel: string; data: { payload: object; event: { replayId: number } } }
    );
    expect(messages.map(({ data }) => data.event.replayId)).toEqual([1, 3]);
    expect(messages[1]).toMatchObject({ channel: '/event/Test__e', data: { payload: { Text__c: 'number 3' } } });
  });
});
