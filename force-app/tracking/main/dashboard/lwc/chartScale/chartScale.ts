/** A scale from 0 to a round number, with the lines to draw. */
export interface Scale {
  readonly top: number;
  readonly ticks: readonly number[];
}

/** Steps that people count in, of each power of ten. */
const STEPS = [1, 2, 5, 10];

/** The scale for counts up to `largest`: whole numbers, and about as many lines above 0 as wanted. */
export function scaleFor(largest: number, lines = 3): Scale {
  const rough = Math.max(1, largest / lines);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((each) => power * each >= rough) ?? 10);
  const count = Math.max(1, Math.ceil(largest / step));
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, index) => step * index) };
}

/** Which of `count` neighbours get a label, so that no more than `maximum` do: the first one, and then at even distances. */
export function labelled(count: number, maximum: number): readonly number[] {
  if (count === 0) return [];
  const distance = Math.max(1, Math.ceil(count / maximum));
  return Array.from({ length: Math.ceil(count / distance) }, (_, index) => index * distance);
}

/** How far along the whole a part is, as CSS and SVG write it. */
export function percent(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : (part / whole) * 100).toFixed(3)}%`;
}
