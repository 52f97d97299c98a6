import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Served } from './harness.js';

let served: Served;
let token: string;

beforeAll(async () => {
  served = await serve();
  token = (await served.connect()).accessToken!;
}, 60_000);
afterAll(() => served?.close());

function call(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${served.url}/services/apexrest${path}`, {
    method,
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers }
  });
}

it('fills RestContext and answers what the method returns', async () => {
  const response = await call('GET', '/status/v1/updates?note=hello', undefined, { 'X-Ask': 'me' });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-seen')).toBe('me');
  expect(await response.json()).toEqual({ path: '/status/v1/updates', note: 'hello', count: null });
});

it('passes members of the body as parameters', async () => {
  expect(await (await call('POST', '/status/v1/x', '{"note":"n","numbers":[1,2]}')).json()).toEqual({ path: null, note: 'n', count: 2 });
  const wrong = await call('POST', '/status/v1/x', '{"numbers":["a"]}');
  expect([wrong.status, ((await wrong.json()) as { errorCode: string }[])[0].errorCode]).toEqual([400, 'JSON_PARSER_ERROR']);
  const unknown = await call('POST', '/status/v1/x', '{"other":1}');
  expect([unknown.status, ((await unknown.json()) as { errorCode: string }[])[0].errorCode]).toEqual([400, 'JSON_PARSER_ERROR']);
});

it('sends what a void method put into the response', async () => {
  const response = await call('PUT', '/status/v1/', 'bytes', { 'content-type': 'text/plain' });
  expect([response.status, await response.text()]).toEqual([202, 'got bytes']);
});

it('answers uncaught exceptions, missing methods and missing resources in the shape of Salesforce', async () => {
  const failed = await call('DELETE', '/status/v1/x');
  const [{ errorCode, message }] = (await failed.json()) as { errorCode: string; message: string }[];
  expect([failed.status, errorCode]).toEqual([500, 'APEX_ERROR']);
  expect(message).toMatch(/^System\.ListException: List index out of bounds: 0\n\nClass\.StatusResource\.remove: line \d+, column 1/);
  const missing = await call('PATCH', '/status/v1/x', '{}');
  expect([missing.status, ((await missing.json()) as { message: string }[])[0].message]).toEqual([
    405,
    "HTTP Method 'PATCH' not allowed. Allowed are GET,POST,PUT,DELETE"
  ]);
  const nowhere = await call('GET', '/nowhere');
  expect([nowhere.status, await nowhere.json()]).toEqual([404, [{ errorCode: 'NOT_FOUND', message: 'Could not find a match for URL' }]]);
});
