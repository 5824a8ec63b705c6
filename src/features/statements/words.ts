/** Counts words as a reader would: runs of anything but white space. */
export const countWords = (text: string): number => text.trim().split(/\s+/u).filter(Boolean).length;
