/** A sheet of small pictures, each drawn once and then copied: to copy is several times as fast as to draw. */
export class StampSheet {
  private readonly sheet = document.createElement('canvas');
  private readonly pen = this.sheet.getContext('2d');
  private cell = 1;
  private columns = 1;
  /** By picture: 1 where it has been drawn. */
  private drawn = new Uint8Array(0);

  /** Forgets all, and makes room for so many pictures of so many pixels. */
  renew(count: number, cell: number): void {
    this.cell = cell;
    this.columns = Math.ceil(Math.sqrt(count));
    this.drawn = new Uint8Array(count);
    this.sheet.width = this.columns * cell;
    this.sheet.height = Math.ceil(count / this.columns) * cell;
  }

  /** With its middle at (x, y); `draw` makes it where it has not been drawn yet. */
  stamp(
    pen: CanvasRenderingContext2D,
    picture: number,
    x: number,
    y: number,
    draw: (pen: CanvasRenderingContext2D, x: number, y: number) => void,
  ): void {
    const { cell } = this;
    const left = (picture % this.columns) * cell;
    const top = Math.floor(picture / this.columns) * cell;
    if (this.drawn[picture] === 0 && this.pen !== null) {
      this.drawn[picture] = 1;
      draw(this.pen, left + cell / 2, top + cell / 2);
    }
    pen.drawImage(this.sheet, left, top, cell, cell, x - cell / 2, y - cell / 2, cell, cell);
  }
}
