/** An error as wire adapters and Apex calls answer it: `FetchResponse` of the platform. */
export interface FetchResponse {
  readonly body: unknown;
  readonly status: number;
  readonly statusText: string;
  readonly ok: false;
  readonly headers: Readonly<Record<string, string>>;
  readonly errorType: 'fetchResponse';
}

export interface Answer {
  readonly body: unknown;
  readonly headers: Headers;
}

/** One request to the local org. Anything but success rejects with a FetchResponse. */
export async function call(method: string, path: string, body?: unknown): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json', 'x-local-org': 'page' },
      body: body === undefined ? (method === 'GET' || method === 'DELETE' ? undefined : '{}') : JSON.stringify(body)
    });
  } catch {
    throw failure(0, '', { message: 'The local org does not answer. Is it still running?' });
  }
  const text = await response.text();
  let answer: unknown = null;
  try {
    answer = text ? JSON.parse(text) : null;
  } catch {
    answer = { message: text };
  }
  if (!response.ok) throw failure(response.status, response.statusText, answer);
  return { body: answer, headers: response.headers };
}

function failure(status: number, statusText: string, body: unknown): FetchResponse {
  return Object.freeze({
    body: deepFreeze(body),
    status,
    statusText: statusText || (status === 500 ? 'Server Error' : ''),
    ok: false,
    headers: {},
    errorType: 'fetchResponse'
  });
}

/** Answers of the platform are immutable: components that change them fail in an org, so they fail here. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
