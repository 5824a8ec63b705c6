/** What was left with an address, by whoever has it: without signing in, or by somebody else who wrote it down. */
import { sql } from 'kysely';
import type { Me, Part } from './own-parts.ts';

/** The address of whoever asks. */
const mine = (me: Me) => sql`(select p.email from people p where p.id = ${me})`;

/** A part of the file > its rows. */
export const addressParts: Readonly<Record<string, Part>> = {
  letters: {
    columns: ['letters.person_id', 'letters.email'],
    rows: (me) =>
      sql`select template, email, subject, body, state, created_at from letters where person_id = ${me} or lower(email) = ${mine(me)}
        order by created_at, template, subject, id`,
  },
  /** Asked without signing in, with this address left for the answer. */
  callQuestions: {
    columns: ['call_questions.email'],
    rows: (me) =>
      sql`select q.asked, q.asked_at from call_questions q join people p on p.email = q.email where p.id = ${me} order by q.asked_at, q.id`,
  },
  /** Told without signing in, with this address left for the answer. */
  barriers: {
    columns: ['barriers.email'],
    rows: (me) =>
      sql`select b.told, b.page, b.asked_at, b.answer from barriers b join people p on p.email = b.email where p.id = ${me} order by b.asked_at, b.id`,
  },
  /** Came by mail for a year that is over, with this address as its reader. */
  oldApplications: {
    columns: ['old_applications.reader_email'],
    rows: (me) =>
      sql`select o.year, o.organisation_name, o.unit_name, o.received_on::text as received_on, a.name as file from old_applications o
        join people p on p.email = o.reader_email left join old_application_files a on a.application_id = o.id where p.id = ${me}
        order by o.year, o.id, a.id`,
  },
  /** Signed up for the ceremony with this address. */
  ceremonyGuests: {
    columns: ['ceremony_guests.email'],
    rows: (me) =>
      sql`select e.year, g.name, g.organisation, g.needs, g.asked_at, g.placed_at from ceremony_guests g join editions e on e.id = g.edition_id
        join people p on p.email = g.email where p.id = ${me} order by e.year`,
  },
  /** On the list that a call is sent to, under this address. */
  callLists: {
    columns: ['call_recipients.email'],
    rows: (me) =>
      sql`select e.year, r.name, r.added_at, r.unsubscribed_at from call_recipients r join editions e on e.id = r.edition_id
        join people p on p.email = r.email where p.id = ${me} order by e.year`,
  },
  /** Asked to be reminded of the call. */
  callReminders: {
    columns: ['call_reminders.email'],
    rows: (me) =>
      sql`select e.year, r.asked_at, r.confirmed_at, r.reminded_at from call_reminders r join editions e on e.id = r.edition_id
        where r.email = ${mine(me)} order by r.asked_at, r.id`,
  },
  /** Asked by an applicant to confirm an application. */
  confirmations: {
    columns: ['confirmations.email'],
    rows: (me) =>
      sql`select kind, organisation, name, title, asked_at, answer, answered_at, answered_name, answered_title from confirmations
        where lower(email) = ${mine(me)} order by asked_at, id`,
  },
  /** Named as the contact of an application that came in another way. */
  receivedApplications: {
    columns: ['received_applications.contact_email'],
    rows: (me) =>
      sql`select organisation_name, unit_name, contact_name, came_by, received_at from received_applications
        where lower(contact_email) = ${mine(me)} order by received_at, id`,
  },
  regions: {
    columns: ['regions.adviser_id', 'regions.adviser_email'],
    rows: (me) =>
      sql`select name, adviser_name, adviser_email, adviser_phone from regions
        where adviser_id = ${me} or lower(adviser_email) = ${mine(me)} order by position`,
  },
  signInLetters: {
    columns: ['sign_in_links.email'],
    rows: (me) =>
      sql`select created_at, used_at from sign_in_links where lower(email) = ${mine(me)} order by created_at, id`,
  },
};
