/** How a workbook says that a number is a day: by the format it is shown in. */
import { instant } from '../clock.ts';

const DAY_MS = 86_400_000;
/** 1 January 1970, counted from the last day of 1899. */
const EPOCH = 25_569;
/** From 1 January 1904 instead, as older programs on the Mac did. */
const LATER = 1462;

/** The formats that have a number and no text: those from 14 to 22 and from 45 to 47 are days and times (ECMA-376, 18.8.30). */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
  // What stands in quotes, in brackets or after a backslash is shown as it is.
  return /[ymdhs]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').replaceAll(/general/gi, ''));
}

/** '2026-09-01', with the time where there is one: '2026-09-01 12:30'. */
export function writtenDate(serial: number, from1904: boolean): string {
  // The count has a 29 February 1900 that never was; what is before it is one day later than it says.
  const days = from1904 ? serial + LATER : serial < 60 ? serial + 1 : serial;
  const minutes = Math.round(((days - EPOCH) * DAY_MS) / 60_000);
  const at = minutes * 60_000;
  if (Math.abs(at) > 8e15) return String(serial);
  const [date = '', time = ''] = instant(at).toISOString().split('T');
  if (serial < 1 && !from1904) return time.slice(0, 5);
  return time.startsWith('00:00') ? date : `${date} ${time.slice(0, 5)}`;
}
