/** Texts by number: what many lines repeat is kept once. */
export class Texts {
  private readonly places = new Map<string, number>();
  private readonly texts: string[] = [];

  constructor() {
    this.place('');
  }

  place(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  text(place: number): string {
    return this.texts[place]!;
  }
}
