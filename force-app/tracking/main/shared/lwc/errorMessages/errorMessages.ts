import offline from '@salesforce/label/c.Shared_Error_Offline';

/**
 * The text of whatever a wire, an Apex call or the browser reports as an error. Apex puts it into body.message, Lightning Data Service
 * into body.message or a list of bodies, a dropped connection into neither.
 */
export function errorMessage(error: unknown): string {
  const messages = [...new Set(messagesIn(error))];
  return messages.length > 0 ? messages.join(' ') : offline;
}

function messagesIn(error: unknown): string[] {
  if (typeof error === 'string') return error === '' ? [] : [error];
  if (Array.isArray(error)) return error.flatMap(messagesIn);
  if (typeof error !== 'object' || error === null) return [];
  const { body, message } = error as { readonly body?: unknown; readonly message?: unknown };
  const inBody = messagesIn(body);
  return inBody.length > 0 ? inBody : messagesIn(message);
}
