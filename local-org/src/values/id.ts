import { raise } from './exception.js';

const ID = /^([a-zA-Z0-9]{15})([a-zA-Z0-9]{3})?$/;
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Whether the text has the form of a record id. */
export function isIdText(text: string): boolean {
  return ID.test(text);
}

/** The 18-character form of an id; throws StringException 'Invalid id: …' when the text is none. */
export function toId(text: string): string {
  if (!ID.test(text)) raise('StringException', `Invalid id: ${text}`);
  return text.length === 18 ? text : text + idSuffix(text);
}

/** The three characters that make an id safe where case is lost: each holds which of five characters are capitals. */
export function idSuffix(id15: string): string {
  let suffix = '';
  for (let start = 0; start < 15; start += 5) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const code = id15.charCodeAt(start + i);
      if (code >= 65 && code <= 90) bits |= 1 << i;
    }
    suffix += SUFFIX[bits];
  }
  return suffix;
}
