/** A length of time in words: the same on the server and in the countdown that goes on in the browser. */
export interface Units {
  day: readonly [one: string, more: string];
  hour: readonly [one: string, more: string];
  minute: readonly [one: string, more: string];
  /** Less than a minute. */
  under: string;
  and: string;
}

/** At most two words: "12 dager", "3 timer og 5 minutter", "under ett minutt". */
export function durationIn(milliseconds: number, units: Units): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const word = (count: number, unit: 'day' | 'hour' | 'minute'): string =>
    count === 0 ? '' : `${count} ${units[unit][count === 1 ? 0 : 1]}`;
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days >= 3) return word(days, 'day');
  const words =
    days > 0 ? [word(days, 'day'), word(hours, 'hour')] : [word(hours, 'hour'), word(minutes % 60, 'minute')];
  return words.filter(Boolean).join(` ${units.and} `) || units.under;
}
