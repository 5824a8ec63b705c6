/** An entry of the log in words: what was done, and what of its details may be shown. */
import { instant } from '../../platform/clock.ts';
import { formatDateTime, formatList } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { detailsOf, type Detail, type Reading } from './shown.ts';

interface Named {
  subject_type: string;
  event: string;
}
type Words = Readonly<Record<string, string>>;

/** What happened, in a sentence. */
export function inWords({ subject_type, event }: Named, t: Texts): string {
  const words: Words = t.records.events;
  return words[`${subject_type}.${event}`] ?? t.records.unknownEvent(`${subject_type}.${event}`);
}

/** "Søknadsfrist: 15. oktober kl. 12.00 → 20. oktober kl. 12.00", a line for each detail. */
export function detailLines(
  { subject_type, event, payload }: Named & { payload: unknown },
  lang: Lang,
): string[] {
  const t = texts(lang);
  return detailsOf(`${subject_type}.${event}`, payload).flatMap((detail) => {
    const value = read(detail.value, detail.reading, lang);
    if (value === '') return [];
    const was = detail.before === undefined ? '' : read(detail.before, detail.reading, lang);
    const label = labelOf(detail, t);
    return [was === '' ? `${label}: ${value}` : `${label}: ${was} → ${value}`];
  });
}

function labelOf({ field, reading }: Detail, t: Texts): string {
  const { settings, fields }: { settings: Words; fields: Words } = t.records;
  if (reading === 'settings') return fields['fields'] ?? field;
  return fields[field] ?? settings[field] ?? field;
}

/** A word that the catalogue does not know is left out. */
function read(value: unknown, reading: Reading, lang: Lang): string {
  const t = texts(lang);
  const said = (words: Words): string => words[String(value)] ?? '';
  switch (reading) {
    case 'instant':
      return formatDateTime(instant(String(value)), lang);
    case 'number':
    case 'text':
      return String(value);
    case 'hash':
      return `${String(value).slice(0, 12)}…`;
    case 'settings':
      return settingsIn(value, t.records.settings, lang);
    case 'publication':
      return said(t.publication.kinds);
    case 'role':
      return said(t.people.administration.roles);
    case 'seat':
      return said(t.jury.roles);
    case 'reminder':
      return said(t.reminders.kinds);
    case 'contact':
      return said(t.contacts.kinds);
    case 'way':
      return said(t.received.ways);
    case 'rule':
      return (t.retention.rules as Readonly<Record<string, { title: string }>>)[String(value)]?.title ?? '';
    default:
      return reading satisfies never;
  }
}

/** Dates stand with what they were, on lines of their own. */
function settingsIn(value: unknown, words: Words, lang: Lang): string {
  const names = (value as readonly string[])
    .filter((name) => !name.endsWith('At'))
    .map((name) => words[name]);
  return formatList([...new Set(names.filter((name) => name !== undefined))], lang);
}
