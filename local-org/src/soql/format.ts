import type { SqlValue } from '../org/contracts.js';
import { UnsupportedFeature } from '../values/index.js';
import type { Context } from './context.js';
import type { Typed } from './scope.js';

/**
 * FORMAT(): a value as the user's locale writes it (SOQL and SOSL Reference, "FORMAT()"), in the en_US locale that users of the local org have.
 * Other types answer their text.
 */
export function formatter(of: Typed, context: Context): (value: SqlValue) => string | null {
  const format = present(of, context);
  return (value) => (value === null ? null : format(value));
}

function present(of: Typed, context: Context): (value: Exclude<SqlValue, null>) => string {
  const { timeZone } = context.around;
  switch (of.type) {
    case 'Integer':
    case 'Long':
    case 'Double':
    case 'Decimal': {
      const scale = of.field?.scale ?? 0;
      const digits = { minimumFractionDigits: scale, maximumFractionDigits: Math.max(scale, of.field?.precision ? scale : 6) };
      const style = of.field?.type === 'currency' ? ({ style: 'currency', currency: 'USD', ...digits } as const) : digits;
      const number = new Intl.NumberFormat('en-US', style);
      return (value) => number.format(Number(value)) + (of.field?.type === 'percent' ? '%' : '');
    }
    case 'Date': {
      const date = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
      return (value) => date.format(Date.parse(String(value)));
    }
    case 'Datetime': {
      const moment = new Intl.DateTimeFormat('en-US', {
        timeZone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit'
      });
      return (value) => moment.format(Number(value)).replaceAll('\u202f', ' ');
    }
    case 'String':
    case 'Id':
      return (value) => String(value);
    default:
      throw new UnsupportedFeature(`FORMAT() of a field of type ${of.type}`);
  }
}
