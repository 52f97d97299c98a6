import type { Transaction } from '../../org/transaction.js';
import type { Context } from '../context.js';
import { ApiError, notFound } from '../errors.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One REST call, alone or inside a composite request. */
export interface Call {
  readonly context: Context;
  readonly userId: string;
  /** `v67.0` */
  readonly version: string;
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  /** Runs work as the user: in a transaction of its own, or in the one of the composite request around it. */
  run<T>(work: (transaction: Transaction) => T): T;
}

export type Handler = (call: Call) => Answer;

interface Route {
  readonly method: string;
  readonly parts: readonly string[];
  readonly handler: Handler;
}

/** Routes below `/services/data/vNN.0`; composite requests use it from inside. `:name` is a segment. */
export class Router {
  private readonly routes: Route[] = [];

  add(method: string, pattern: string, handler: Handler): this {
    this.routes.push({ method, parts: pattern.split('/').filter(Boolean), handler });
    return this;
  }

  /** Answers a call whose path is relative to the version; throws ApiError when nothing fits. */
  dispatch(call: Omit<Call, 'params'>, path: string): Answer {
    const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
    const fitting = this.routes.filter((route) => fits(route.parts, segments));
    const route = fitting.find((candidate) => candidate.method === call.method);
    if (!route) {
      if (fitting.length === 0) throw notFound();
      const allowed = [...new Set(fitting.map((candidate) => candidate.method))].join(',');
      throw new ApiError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${call.method}' not allowed. Allowed are ${allowed}`);
    }
    const params = Object.fromEntries(
      route.parts.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), segments[index]]] : []))
    );
    return route.handler({ ...call, params, run: call.run });
  }
}

function fits(parts: readonly string[], segments: readonly string[]): boolean {
  return (
    parts.length === segments.length &&
    parts.every((part, index) => part.startsWith(':') || part.toLowerCase() === segments[index].toLowerCase())
  );
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export const NO_CONTENT: Answer = { status: 204, body: null };

/** The body as an object. */
export function jsonObject(call: Call): Readonly<Record<string, unknown>> {
  if (typeof call.body !== 'object' || call.body === null || Array.isArray(call.body))
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body has to be a JSON object.');
  return call.body as Record<string, unknown>;
}
