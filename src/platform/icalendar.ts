/** Calendar files as RFC 5545 wants them: what is escaped, lines of at most 75 octets, CRLF. */

export interface CalendarEvent {
  /** The same for the same thing for ever: a calendar that asks again moves the event instead of adding one. */
  uid: string;
  /** Rises with each change: a calendar keeps the event with the highest. */
  sequence: number;
  /** When it became what it is; the same content gives the same file. */
  changedAt: Date;
  at: Date;
  summary: string;
  description?: string;
  location?: string;
  url?: string;
  organizer?: { name: string; email: string } | undefined;
  cancelled?: boolean;
  /** Not sure yet: for somebody who waits for a place. */
  tentative?: boolean;
}

/** @param method for a file that takes events away: 'CANCEL' (RFC 5546); a calendar that one subscribes to is published, whatever stands in it */
export function iCalendar(
  events: readonly CalendarEvent[],
  { name, method = 'PUBLISH' }: { name: string; method?: 'PUBLISH' | 'CANCEL' },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Etikkprisen//NO',
    `METHOD:${method}`,
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escaped(event.uid)}`,
      `SEQUENCE:${event.sequence}`,
      `DTSTAMP:${utc(event.changedAt)}`,
      `LAST-MODIFIED:${utc(event.changedAt)}`,
      `DTSTART:${utc(event.at)}`,
      `SUMMARY:${escaped(event.summary)}`,
      ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
      ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
      ...(event.url ? [`URL:${event.url}`] : []),
      ...(event.organizer ? [organizer(event.organizer)] : []),
      `STATUS:${event.cancelled ? 'CANCELLED' : event.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const organizer = ({ name, email }: { name: string; email: string }): string =>
  // A parameter has no escapes: in quotes, without quotes.
  `ORGANIZER;CN="${name.replace(/["\p{Cc}]/gu, '')}":mailto:${encodeURI(email)}`;

/** 20261014T215900Z */
const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\r\n?|\n/g, String.raw`\n`)
    .replace(/\p{Cc}/gu, '');

/** A line of over 75 octets goes on in the next one, behind a space; no letter is cut in two. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return out;
}
