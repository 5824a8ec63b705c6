/** Pictures as wide as they are shown. What is drawn is new: nothing of the file but its points comes along. */
import type { Readable } from 'node:stream';

export const pictureWidths = [600, 1200, 2000] as const;
/** Of 16-bit photographs a camera takes at most; what claims more is not unpacked. */
const MOST_POINTS = 120_000_000;
let turn: Promise<unknown> = Promise.resolve();

/** A picture that was drawn, and how large it is. */
export interface Drawn {
  data: Buffer;
  width: number;
  height: number;
}

/** A WebP picture of at most this width. */
export const scaledPicture = async (content: Readable, width: number): Promise<Buffer> =>
  (await drawn(content, width, 'webp')).data;

/** A JPEG picture of at most this width, to be kept. */
export const redrawnPicture = (content: Readable, width: number): Promise<Drawn> =>
  drawn(content, width, 'jpeg');

/** One at a time: unpacked, a picture takes hundreds of megabytes. */
async function drawn(content: Readable, width: number, kind: 'webp' | 'jpeg'): Promise<Drawn> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  const made = turn.then(() => scale(Buffer.concat(chunks), width, kind));
  turn = made.catch(() => {});
  return made;
}

async function scale(picture: Buffer, most: number, kind: 'webp' | 'jpeg'): Promise<Drawn> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(picture, {
    limitInputPixels: MOST_POINTS,
    failOn: 'none',
    sequentialRead: true,
  })
    .autoOrient()
    .resize({ width: most, withoutEnlargement: true })
    .toFormat(kind, { quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
