/**
 * What of the details of an event is shown, and how it is read. Denied by default: what is not named here stays in the database.
 * Never a score, a text, a person (but whose substitute somebody is) or an application: these stand where whoever may see them reads them. Of letters to many neither
 * title nor number, since those of the nominated would tell who they are, or how many.
 */
import type { EventName } from '../../core/process/events.ts';

export const readings = [
  'instant',
  'number',
  'text',
  'hash',
  'settings',
  'publication',
  'role',
  'seat',
  'reminder',
  'contact',
  'way',
  'rule',
] as const;
export type Reading = (typeof readings)[number];
export type Shown = Readonly<Record<string, Reading>>;

const dates: Shown = {
  opensAt: 'instant',
  closesAt: 'instant',
  judgingEndsAt: 'instant',
  finalistsAt: 'instant',
  ceremonyAt: 'instant',
};
const publication: Shown = { kind: 'publication' };
const approval: Shown = { ...publication, inPlaceOf: 'text' };
const moved: Shown = { ...publication, from: 'instant', to: 'instant' };
const reminder: Shown = { kind: 'reminder', at: 'instant' };
const extension: Shown = { until: 'instant' };

export const shownFields: Readonly<Partial<Record<EventName, Shown>>> = {
  'edition.createEdition': { year: 'number', copiedFrom: 'number' },
  'edition.updateEdition': { fields: 'settings', ...dates },
  'edition.putCriteria': { count: 'number' },
  'edition.putQuestions': { count: 'number' },
  'edition.amendRules': { before: 'hash', sha256: 'hash' },
  'edition.recordBeacon': { beacon: 'text' },
  'edition.freezeResult': { version: 'number', core: 'hash' },
  'edition.stopReminder': reminder,
  'edition.resumeReminder': reminder,
  'edition.sendReminderNow': reminder,
  'edition.archivePackage': { records: 'number', from: 'text', to: 'text' },
  'edition.numberInArchive': { number: 'text' },
  'edition.takeOut': { parts: 'number' },
  'nomination.takeOut': { parts: 'number' },
  'nomination.archivePackage': { records: 'number' },
  'nomination.numberInArchive': { number: 'text' },
  'nomination.return': { dueAt: 'instant' },
  'nomination.proposeExtension': extension,
  'nomination.approveExtension': extension,
  'nomination.fileContact': { kind: 'contact' },
  'ceremonyGuests.shortenSignup': extension,
  'received.registerReceived': { cameBy: 'way', receivedAt: 'instant' },
  'seat.addSeat': { role: 'seat' },
  'seat.changeSeat': { from: 'seat', role: 'seat' },
  'letterBatch.scheduleBatch': { sendAt: 'instant' },
  'publication.preparePublication': { kind: 'publication', publishAt: 'instant' },
  'publication.correctPublication': publication,
  'publication.approvePublication': approval,
  'publication.approvePublicationAlone': publication,
  'publication.askToMovePublication': moved,
  'publication.movePublication': { ...moved, inPlaceOf: 'text' },
  'publication.movePublicationAlone': moved,
  'publication.stopPublication': publication,
  'publication.pressPublication': publication,
  'publication.holdPublication': publication,
  'publication.resumePublication': publication,
  'publication.takeDownPublication': publication,
  'person.grantRole': { role: 'role', from: 'instant', until: 'instant', substituteFor: 'text' },
  'person.endRole': { role: 'role' },
  'person.confirmConfidence': { role: 'role' },
  'retention.erase': { rule: 'rule' },
  'retention.eraseAsked': { rule: 'rule' },
  'retention.eraseEarly': { rule: 'rule' },
  'practice.purge': { year: 'number', madeAt: 'instant' },
};

/** A detail that may be shown, with what it was before where that was written down. */
export interface Detail {
  field: string;
  reading: Reading;
  before?: unknown;
  value: unknown;
}

/** @param name 'edition.updateEdition' */
export function detailsOf(name: string, payload: unknown): Detail[] {
  const shown = (shownFields as Readonly<Record<string, Shown | undefined>>)[name] ?? {};
  const given = (payload ?? {}) as Record<string, unknown>;
  const before = (typeof given['before'] === 'object' ? given['before'] : null) as Record<
    string,
    unknown
  > | null;
  return Object.entries(shown).flatMap(([field, reading]) => {
    const value = given[field];
    if (value === undefined || value === null) return [];
    const was = before?.[field];
    return [{ field, reading, value, ...(was === undefined || was === null ? {} : { before: was }) }];
  });
}
