import { Refused } from './verdict.ts';

/** The largest picture that is taken: more than the cameras of phones make, less than what fills a memory when it is shown. */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 32_000;

/** @throws Refused 'damaged' for a picture without extent, 'pixels' for one that would fill the memory of who shows it */
export function demandPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw new Refused('damaged', 'no extent');
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE)
    throw new Refused('pixels', `${width} x ${height}`);
}
