/** Counts words as a reader would: runs of anything but white space. */
export const countWords = (text: string): number => text.trim().split(/\s+/u).filter(Boolean).length;

/**
 * Signs that are no text: control characters, half characters, byte order marks, and the overrides of writing direction
 * with which a line can be made to read as something it does not say. Marks that right-to-left scripts need are kept.
 */
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;
const withBreaks = (text: string): string => text.replace(/\r\n?|\u2028|\u2029/g, '\n');

/** Text as it is kept: one kind of line break, no signs that nobody can see; nothing that a person can see is changed. */
export const cleanText = (text: string): string => withBreaks(text.toWellFormed()).replace(UNSEEN, '').trim();

/** Whether `cleanText` takes out more than the air around it. */
export const hasUnseen = (text: string): boolean =>
  !text.isWellFormed() || withBreaks(text).search(UNSEEN) >= 0;

/** The same for what stands on one line: names, titles. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ');
