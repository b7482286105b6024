/** What was worked out last, of a few keys: for what is asked for again by the same words, and takes long or much memory. */
export class LastKnown<T> {
  private readonly most: number;
  /** The last one used comes last. */
  private readonly known = new Map<string, T>();

  /** @param most how many are kept */
  constructor(most: number) {
    this.most = most;
  }

  /** That of the key, made where it is not known any more. */
  get(key: string, make: () => T): T {
    const value = this.known.get(key) ?? make();
    this.known.delete(key);
    this.known.set(key, value);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= this.most) break;
      this.known.delete(oldest);
    }
    return value;
  }
}
