import { errorMessage } from 'c/errorMessages';

const offline = 'The server did not answer. Check your connection and try again.';

describe('errorMessage', () => {
  it.each([
    ['an Apex error', { body: { message: 'Choose a status.' } }, 'Choose a status.'],
    ['a Lightning Data Service error', { body: [{ message: 'One.' }, { message: 'Two.' }] }, 'One. Two.'],
    ['the same message twice', [{ message: 'One.' }, { message: 'One.' }], 'One.'],
    ['a JavaScript error', new TypeError('It broke.'), 'It broke.'],
    ['text', 'It broke.', 'It broke.'],
    ['a dropped connection', { status: 0, body: {} }, offline],
    ['nothing', undefined, offline],
    ['empty text', '', offline]
  ])('takes the text out of %s', (_, error, expected) => {
    expect(errorMessage(error)).toBe(expected);
  });
});
