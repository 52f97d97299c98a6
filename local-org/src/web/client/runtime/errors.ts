/** One sentence out of whatever was thrown: an Error, a FetchResponse of Apex or of the UI API. */
export function errorText(error: unknown): string {
  if (typeof error === 'string') return error;
  const { body, message } = (error ?? {}) as { body?: unknown; message?: string };
  if (Array.isArray(body)) return body.map((item: { message?: string }) => item.message).join(' ');
  const details = body as
    | {
        message?: string;
        pageErrors?: readonly { message: string }[];
        output?: { errors?: readonly { message: string }[]; fieldErrors?: Readonly<Record<string, readonly { message: string }[]>> };
      }
    | undefined;
  const specific = [
    ...(details?.output?.errors ?? []),
    ...Object.values(details?.output?.fieldErrors ?? {}).flat(),
    ...(details?.pageErrors ?? [])
  ].map((item) => item.message);
  return specific.length > 0 ? specific.join(' ') : (details?.message ?? message ?? 'Unknown error');
}
