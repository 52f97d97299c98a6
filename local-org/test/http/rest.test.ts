import type { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from './harness.js';

let served: Served;
let connection: Connection;

beforeAll(async () => {
  served = await serve();
  connection = await served.connect();
}, 60_000);
afterAll(() => served?.close());

/** The error that a promise rejects with, as jsforce reports it. */
async function refusal(work: Promise<unknown>): Promise<{ errorCode?: string; message: string }> {
  return work.then(
    () => {
      throw new Error('It was expected to be refused.');
    },
    (error: unknown) => error as { errorCode?: string; message: string }
  );
}

describe('authentication', () => {
  it('logs in over SOAP and tells who the user is', async () => {
    const { default: jsforce } = await import('jsforce');
    const other = new jsforce.Connection({ loginUrl: served.url, version: '67.0' });
    const user = await other.login(served.org.access.defaultUser().username, 'x');
    expect(user.id).toBe(served.org.access.defaultUser().id);
    expect((await other.identity()).username).toBe(served.org.access.defaultUser().username);
  });

  it.each([
    [{ grant_type: 'password', username: 'nobody@example.com', password: 'x' }, 'invalid_grant'],
    [{ grant_type: 'password' }, 'invalid_request'],
    [{ grant_type: 'magic' }, 'unsupported_grant_type'],
    [{}, 'invalid_request']
  ])('refuses %j with %s', async (parameters, error) => {
    const response = await fetch(`${served.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(parameters)
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toBe(error);
  });

  it('grants client credentials and refuses requests without a token', async () => {
    const response = await fetch(`${served.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'a', client_secret: 'b' })
    });
    const { access_token: token, instance_url: instance } = (await response.json()) as { access_token: string; instance_url: string };
    expect(instance).toBe(served.url);
    expect((await fetch(`${served.url}/services/data/v67.0/limits`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    const refused = await fetch(`${served.url}/services/data/v67.0/limits`);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
  });

  it('keeps other sites out', async () => {
    const foreign = await served.server.app.inject({ method: 'GET', url: '/bootstrap.json', headers: { host: 'evil.example' } });
    expect(foreign.statusCode).toBe(403);
    const form = await served.server.app.inject({
      method: 'POST',
      url: '/apex/CampaignCardController/getMembers',
      headers: { host: '127.0.0.1', origin: 'http://evil.example', 'content-type': 'text/plain' },
      payload: '{}'
    });
    expect(form.statusCode).toBe(403);
  });
});

describe('rows', () => {
  it('creates, reads, updates and deletes a record', async () => {
    const created = await connection.sobject('Account').create({ Name: 'Acme', NumberOfEmployees: 12 });
    expect(created).toMatchObject({ success: true, errors: [] });
    const id = created.id!;
    const read = await connection.sobject('Account').retrieve(id);
    expect(read).toMatchObject({
      attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${id}` },
      Id: id,
      Name: 'Acme',
      NumberOfEmployees: 12
    });
    expect(read.CreatedDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
    await connection.sobject('Account').update({ Id: id, Name: 'Acme Inc' });
    expect((await connection.sobject('Account').retrieve(id, { fields: ['Name'] })).Name).toBe('Acme Inc');
    await connection.sobject('Account').destroy(id);
    expect((await refusal(connection.sobject('Account').retrieve(id))).errorCode).toBe('NOT_FOUND');
  });

  it.each([
    ['a required field', { NumberOfEmployees: 1 }, 'REQUIRED_FIELD_MISSING'],
    ['an unknown field', { Name: 'x', Nope__c: 1 }, 'INVALID_FIELD'],
    ['a wrong value', { Name: 'x', NumberOfEmployees: 'many' }, 'JSON_PARSER_ERROR']
  ])('refuses %s', async (_what, record, code) => {
    expect((await refusal(connection.sobject('Account').create(record as never))).errorCode).toBe(code);
  });

  it('answers in the shape of Salesforce for unknown objects and malformed bodies', async () => {
    const headers = { authorization: `Bearer ${connection.accessToken}`, 'content-type': 'application/json' };
    const unknown = await fetch(`${served.url}/services/data/v67.0/sobjects/Nope__c`, { headers });
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }]
    ]);
    const malformed = await fetch(`${served.url}/services/data/v67.0/sobjects/Account`, { method: 'POST', headers, body: '{"Name":' });
    expect([malformed.status, ((await malformed.json()) as { errorCode: string }[])[0].errorCode]).toEqual([400, 'JSON_PARSER_ERROR']);
    const method = await fetch(`${served.url}/services/data/v67.0/query`, { method: 'DELETE', headers });
    expect([method.status, ((await method.json()) as { errorCode: string }[])[0].errorCode]).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });
});

describe('describes', () => {
  it('lists versions, objects and fields', async () => {
    const versions = (await (await fetch(`${served.url}/services/data`)).json()) as { version: string; label: string }[];
    expect(versions.find(({ version }) => version === '67.0')?.label).toBe("Summer '26");
    const global = await connection.describeGlobal();
    expect(global.sobjects.some(({ name }) => name === 'Campaign')).toBe(true);
    const campaign = await connection.sobject('Campaign').describe();
    expect(campaign.fields.find(({ name }) => name === 'Status')).toMatchObject({ type: 'picklist', createable: true });
    expect(campaign.childRelationships.some(({ relationshipName }) => relationshipName === 'CampaignMembers')).toBe(true);
  });
});

describe('queries', () => {
  beforeAll(async () => {
    const records = Array.from({ length: 450 }, (_, index) => ({
      LastName: `Lead ${String(index).padStart(3, '0')}`,
      Company: index % 2 ? 'Odd' : 'Even'
    }));
    for (let start = 0; start < records.length; start += 200) await connection.sobject('Lead').create(records.slice(start, start + 200));
  });

  it('pages with nextRecordsUrl', async () => {
    const first = await connection.query('SELECT Id, LastName FROM Lead ORDER BY LastName', {
      headers: { 'Sforce-Query-Options': 'batchSize=200' }
    });
    expect([first.totalSize, first.done, first.records.length]).toEqual([450, false, 200]);
    const second = await connection.queryMore(first.nextRecordsUrl!);
    const third = await connection.queryMore(second.nextRecordsUrl!);
    expect([third.done, third.records.length, third.records[49].LastName]).toEqual([true, 50, 'Lead 449']);
  });

  it('answers what was selected: parents, nulls, counts, aggregates', async () => {
    const { records } = await connection.query('SELECT LastName, Email, Owner.Name FROM Lead ORDER BY LastName LIMIT 1');
    expect(Object.keys(records[0])).toEqual(['attributes', 'LastName', 'Email', 'Owner']);
    expect(records[0]).toMatchObject({ LastName: 'Lead 000', Email: null, Owner: { Name: served.org.access.defaultUser().name } });
    expect(await connection.query('SELECT COUNT() FROM Lead')).toMatchObject({ totalSize: 450, done: true, records: [] });
    const grouped = await connection.query('SELECT Company, COUNT(Id) n FROM Lead GROUP BY Company ORDER BY Company');
    expect(grouped.records).toEqual([
      { attributes: { type: 'AggregateResult' }, Company: 'Even', n: 225 },
      { attributes: { type: 'AggregateResult' }, Company: 'Odd', n: 225 }
    ]);
  });

  it.each([
    ['SELECT Nope FROM Lead', 'INVALID_FIELD'],
    ['SELECT Id FROM Nope', 'INVALID_TYPE'],
    ['SELECT FROM', 'MALFORMED_QUERY']
  ])('refuses %s with %s', async (soql, code) => {
    expect((await refusal(connection.query(soql).then((result) => result))).errorCode).toBe(code);
  });
});

describe('collections and composite', () => {
  it('reports each row, and undoes all when asked', async () => {
    const rows = [{ Name: 'One' }, { NumberOfEmployees: 1 }, { Name: 'Three' }];
    const partial = (await connection.sobject('Account').create(rows)) as unknown as {
      success: boolean;
      errors: { statusCode?: string; errorCode?: string }[];
    }[];
    expect(partial.map(({ success }) => success)).toEqual([true, false, true]);
    const before = (await connection.query('SELECT COUNT() FROM Account')).totalSize;
    const all = (await connection.sobject('Account').create(rows, { allOrNone: true })) as unknown as {
      success: boolean;
      errors: { statusCode: string }[];
    }[];
    expect(all.map(({ errors }) => errors[0].statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
      'ALL_OR_NONE_OPERATION_ROLLED_BACK'
    ]);
    expect((await connection.query('SELECT COUNT() FROM Account')).totalSize).toBe(before);
  });

  it('passes answers on to later requests', async () => {
    const body = {
      compositeRequest: [
        { method: 'POST', url: '/services/data/v67.0/sobjects/Account', referenceId: 'account', body: { Name: 'Composite' } },
        {
          method: 'POST',
          url: '/services/data/v67.0/sobjects/Contact',
          referenceId: 'contact',
          body: { LastName: 'Person', AccountId: '@{account.id}' }
        },
        {
          method: 'GET',
          url: "/services/data/v67.0/query?q=SELECT+Account.Name+FROM+Contact+WHERE+Id='@{contact.id}'",
          referenceId: 'read'
        }
      ]
    };
    const { compositeResponse } = await connection.requestPost<{
      compositeResponse: { httpStatusCode: number; body: { records?: { Account: { Name: string } }[] } }[];
    }>('/services/data/v67.0/composite', body);
    expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 201, 200]);
    expect(compositeResponse[2].body.records?.[0].Account.Name).toBe('Composite');
  });

  it('rolls a composite request back with allOrNone', async () => {
    const body = {
      allOrNone: true,
      compositeRequest: [
        { method: 'POST', url: '/services/data/v67.0/sobjects/Account', referenceId: 'a', body: { Name: 'Gone' } },
        { method: 'POST', url: '/services/data/v67.0/sobjects/Account', referenceId: 'b', body: {} }
      ]
    };
    const { compositeResponse } = await connection.requestPost<{
      compositeResponse: { httpStatusCode: number; body: { errorCode: string }[] }[];
    }>('/services/data/v67.0/composite', body);
    expect(compositeResponse.map((response) => response.body[0].errorCode)).toEqual(['PROCESSING_HALTED', 'REQUIRED_FIELD_MISSING']);
    expect((await connection.query("SELECT COUNT() FROM Account WHERE Name = 'Gone'")).totalSize).toBe(0);
  });

  it('creates trees and answers batches', async () => {
    const tree = {
      records: [
        {
          attributes: { type: 'Account', referenceId: 'a1' },
          Name: 'Tree',
          Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'c1' }, LastName: 'Leaf' }] }
        }
      ]
    };
    const made = await connection.requestPost<{ hasErrors: boolean; results: { referenceId: string }[] }>(
      '/services/data/v67.0/composite/tree/Account',
      tree
    );
    expect(made.results.map(({ referenceId }) => referenceId)).toEqual(['a1', 'c1']);
    const batch = {
      batchRequests: [
        { method: 'GET', url: 'v67.0/limits' },
        { method: 'GET', url: 'v67.0/sobjects/Nope' }
      ]
    };
    const answered = await connection.requestPost<{ hasErrors: boolean; results: { statusCode: number }[] }>(
      '/services/data/v67.0/composite/batch',
      batch
    );
    expect([answered.hasErrors, ...answered.results.map(({ statusCode }) => statusCode)]).toEqual([true, 200, 404]);
  });
});

describe('Bulk API 2.0', () => {
  it('loads a file and reports what failed', async () => {
    const csv = 'LastName,Company,NumberOfEmployees\nBulk One,Bulk,5\nBulk Two,Bulk,\n,Bulk,1\n';
    connection.bulk2.pollInterval = 50;
    const results = await connection.bulk2.loadAndWaitForResults({ object: 'Lead', operation: 'insert', input: csv });
    expect(results.successfulResults).toHaveLength(2);
    expect(results.successfulResults[0]).toMatchObject({ sf__Created: 'true', LastName: 'Bulk One' });
    expect(results.failedResults).toHaveLength(1);
    expect(results.failedResults[0].sf__Error).toMatch(/^REQUIRED_FIELD_MISSING:/);
  });

  it('queries into CSV', async () => {
    connection.bulk2.pollInterval = 50;
    const stream = await connection.bulk2.query("SELECT LastName, Owner.Username FROM Lead WHERE Company = 'Bulk' ORDER BY LastName");
    const records = await stream.toArray();
    expect(records).toEqual([
      { LastName: 'Bulk One', 'Owner.Username': served.org.access.defaultUser().username },
      { LastName: 'Bulk Two', 'Owner.Username': served.org.access.defaultUser().username }
    ]);
  });

  it('refuses what is no job', async () => {
    const refused = await refusal(connection.requestPost('/services/data/v67.0/jobs/ingest', { object: 'Nope', operation: 'insert' }));
    expect(refused.errorCode).toBe('INVALIDENTITY');
  });
});
