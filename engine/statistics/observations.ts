/**
 * Single observations of one replication, such as each wait, kept exactly so that quantiles can be taken over
 * all replications. Two columns: the value in seconds, and what it belongs to as a number.
 */

export class Observations {
  values = new Float64Array(256);
  /** By observation: the dense index of what it belongs to; what that is, the owner says. */
  owners = new Int32Array(256);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(value: number, owner: number): void {
    if (this.length === this.values.length) this.grow();
    this.values[this.length] = value;
    this.owners[this.length++] = owner;
  }

  private grow(): void {
    const values = new Float64Array(this.length * 2);
    values.set(this.values);
    this.values = values;
    const owners = new Int32Array(this.length * 2);
    owners.set(this.owners);
    this.owners = owners;
  }
}
