/** Pictures as wide as they are shown. What is drawn is new: nothing of the file but its points comes along. */
import type { Readable } from 'node:stream';

export const pictureWidths = [600, 1200, 2000] as const;
/** Of 16-bit photographs a camera takes at most; what claims more is not unpacked. */
const MOST_POINTS = 120_000_000;
let turn: Promise<unknown> = Promise.resolve();

/** A WebP picture of at most this width. One at a time: unpacked, a picture takes hundreds of megabytes. */
export async function scaledPicture(content: Readable, width: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  const made = turn.then(() => scale(Buffer.concat(chunks), width));
  turn = made.catch(() => {});
  return made;
}

async function scale(picture: Buffer, width: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(picture, { limitInputPixels: MOST_POINTS, failOn: 'none', sequentialRead: true })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
}
