/** A System.Comparator as compiled code implements it. */
export interface ApexComparator {
  compare$2(first: unknown, second: unknown): number | null;
}

/** Sorts in place and stably; an order that throws leaves the list as it was. */
export function sortBy(items: unknown[], order: (a: unknown, b: unknown) => number): void {
  // JavaScript's sort puts undefined last without asking; Apex values are never undefined.
  const sorted = [...items].sort(order);
  for (let i = 0; i < sorted.length; i++) items[i] = sorted[i];
}
