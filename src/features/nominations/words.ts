/** Counts words as a reader would: runs of anything but white space. */
export const countWords = (text: string): number => text.trim().split(/\s+/u).filter(Boolean).length;

/** Text as it is kept: one kind of line break, no control characters, no half characters; nothing that a person can see is changed. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .trim();

/** The same for what stands on one line: names, titles. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ');
