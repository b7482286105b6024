/** A picture as PNG: drawn from its SVG, which needs nothing from elsewhere. */

/** Pixels of the file for one of the page: sharp in print. */
const SCALE = 2;

export async function pngFile(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('the browser gives no canvas to draw on');
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await pngOf(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Also of a canvas of the page. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the browser cannot make a PNG of a picture of this size'));
      else resolve(blob);
    }, 'image/png');
  });
}
