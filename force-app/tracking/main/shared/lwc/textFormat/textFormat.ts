import LOCALE from '@salesforce/i18n/locale';

/** Fills {0}, {1} … of a label; numbers are written as the user's locale has them. */
export function fillIn(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
    const value = values[Number(index)];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? formatCount(value) : value;
  });
}

/** What is said of one, or of another number of them, which the label then has as {0}. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : fillIn(many, count);
}

export function formatCount(value: number): string {
  return new Intl.NumberFormat(LOCALE).format(value);
}

/** A share from 0 to 1 as a percentage with at most one decimal place. */
export function formatShare(value: number): string {
  return new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 }).format(value);
}

/** A difference of two shares in percentage points, with its sign. */
export function formatPoints(difference: number): string {
  return new Intl.NumberFormat(LOCALE, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(difference * 100);
}
