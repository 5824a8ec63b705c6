/** Opens pictures with decoders that have nothing of the one that writes them. */
import { decode as decodePng } from 'fast-png';
import { decode as decodeJpeg } from 'jpeg-js';

export interface Opened {
  kind: 'png' | 'jpeg';
  width: number;
  height: number;
  /** Of the pixels how many have another colour than the first. */
  painted: number;
}

/** The whole picture, each of its pixels. @throws on one that is damaged or of another kind */
export function openPicture(file: Buffer): Opened {
  const isPng = file.subarray(1, 4).toString() === 'PNG';
  const { width, height, data } = isPng
    ? decodePng(file, { checkCrc: true })
    : decodeJpeg(file, { useTArray: true });
  const channels = data.length / (width * height);
  let painted = 0;
  for (let at = 0; at < data.length; at += channels)
    if ([0, 1, 2].some((channel) => data[at + channel] !== data[channel])) painted++;
  return { kind: isPng ? 'png' : 'jpeg', width, height, painted };
}
