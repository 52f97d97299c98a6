/** A list of numbers that grows without an object a number. */
export class Places {
  count = 0;
  private values = new Uint32Array(1024);

  add(value: number): void {
    if (this.count === this.values.length) {
      const larger = new Uint32Array(this.count * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count++] = value;
  }

  trimmed(): Uint32Array {
    return this.values.slice(0, this.count);
  }
}
