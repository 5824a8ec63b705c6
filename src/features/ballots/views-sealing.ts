/** Hashes of what was delivered; and what the chair opens again. */
import {
  alert,
  button,
  descriptionList,
  details,
  errorSummary,
  errorsByField,
  form,
  heading,
  link,
  list,
  pageHead,
  paragraph,
  prose,
  section,
  srOnly,
  statusMessage,
  tag,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { applicantName, formatDateTime } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import type { DeliveredBallot, Hashes, Reopening, Scale, SheetLine } from './schema.ts';
import { given } from './views-given.ts';

const nameOf = ({ organisation_name, unit_name }: DeliveredBallot): string =>
  applicantName(organisation_name, unit_name);

export function hashesPage({ seat, hashes }: { seat: SeatView; hashes: Hashes }, lang: Lang): Page {
  const t = texts(lang);
  const words = t.sealing.hashes;
  return {
    title: words.title,
    wide: true,
    main: juryFrame(
      seat,
      '/jury/kontrollsummer',
      t,
      pageHead({ title: words.title, lead: words.lead }),
      hashes.own.length > 0 && section({ title: words.own, id: 'egne', body: ownHashes(hashes, t) }),
      hashes.atClosing
        ? section({
            title: words.all(hashes.atClosing.length),
            id: 'alle',
            body: html`${paragraph(words.allLead)}${hashList(hashes.atClosing)}${
              hashes.since.length > 0 && html`${heading(3, words.later)}${hashList(hashes.since)}`
            }`,
          })
        : paragraph(words.none, 'muted'),
    ),
  };
}

const hashList = (hashes: readonly string[]): Html => list(hashes.map((hash) => html`<code>${hash}</code>`));

function ownHashes({ own }: Hashes, t: Texts): Html {
  const words = t.sealing.hashes;
  return html`${paragraph(words.ownLead)}${own.map(
    ({ organisation, unit, hash, salt }) =>
      html`${heading(3, applicantName(organisation, unit))}${descriptionList([
        [words.hash, html`<code>${hash}</code>`],
        ...(salt ? ([[words.salt, html`<code>${salt}</code>`]] as const) : []),
      ])}`,
  )}`;
}

/** What was delivered before the chair opened it, folded away. */
export const earlierParts = (earlier: readonly Reopening[], scale: Scale, t: Texts, lang: Lang): Html =>
  html`${earlier.map(
    ({ at, before }) =>
      before &&
      details({
        summary: t.sealing.earlier(formatDateTime(at, lang)),
        body: before.map((line) => given(line, scale, t, lang)),
      }),
  )}`;

/** Why it is open: the reason, before the form. */
export const reopenedBecause = ([last]: readonly Reopening[], t: Texts, lang: Lang): Html =>
  last
    ? alert({
        tone: 'warning',
        body: html`${paragraph(t.sealing.reopenedWhy(formatDateTime(last.at, lang), last.by))}${prose(last.reason)}${paragraph(t.sealing.reopenedNow)}`,
      })
    : nothing;

export function deliveredPage(
  { seat, ballots, done }: { seat: SeatView; ballots: readonly DeliveredBallot[]; done: boolean },
  lang: Lang,
): Page {
  const t = texts(lang);
  const words = t.sealing.chair;
  return {
    title: words.title,
    wide: true,
    main: juryFrame(
      seat,
      '/jury/leder/vurderinger',
      t,
      done && statusMessage(words.done),
      pageHead({ title: words.title, lead: words.lead }),
      ballots.length
        ? [...Map.groupBy(ballots, nameOf)].map(([name, mine]) =>
            section({
              title: name,
              body: list(
                mine.map((one) =>
                  link(`/jury/leder/vurderinger/${one.id}`, html`${one.juror}${srOnly(`, ${name}`)}`),
                ),
              ),
            }),
          )
        : paragraph(words.none, 'muted'),
    ),
  };
}

export interface DeliveredView {
  seat: SeatView;
  ballot: DeliveredBallot;
  now: readonly SheetLine[];
  earlier: readonly Reopening[];
  scale: Scale;
  errors: readonly FormError[];
  input: (name: string) => string | undefined;
}

/** One delivered ballot as the chair sees it: what it says, what it said before, and opening it. */
export function deliveredBallotPage(view: DeliveredView, lang: Lang): Page {
  const t = texts(lang);
  const words = t.sealing.chair;
  const { ballot, earlier } = view;
  const title = words.open(ballot.juror, nameOf(ballot));
  return {
    title,
    failed: view.errors.length > 0,
    main: juryFrame(
      view.seat,
      '/jury/leder/vurderinger',
      t,
      errorSummary(view.errors, t),
      pageHead({ title, over: tag(t.ballots.states[ballot.state]) }),
      section({
        title: earlier.length ? words.now : t.ballots.title,
        body: html`${view.now.map((line) => given(line, view.scale, t, lang))}`,
      }),
      earlier.map(({ at, by, reason, before }) =>
        section({
          title: words.before,
          body: html`${paragraph(words.reopened(by, formatDateTime(at, lang)), 'muted')}${prose(reason)}${before?.map((line) => given(line, view.scale, t, lang))}`,
        }),
      ),
      ballot.opens && section({ title: words.toPage, id: 'apne', body: openForm(view, t) }),
    ),
  };
}

function openForm({ ballot, errors, input }: DeliveredView, t: Texts): Html {
  const words = t.sealing.chair;
  return html`${paragraph(words.lead)}${paragraph(words.counts)}${form({
    action: `/jury/leder/vurderinger/${ballot.id}`,
    version: ballot.version,
    body: html`${textArea({
      name: 'reason',
      label: words.reason,
      hint: words.reasonHint,
      rows: 3,
      maxlength: 2000,
      value: input('reason') ?? '',
      error: errorsByField(errors)['reason'],
    })}${button({ label: words.button, kind: 'secondary' })}`,
  })}`;
}
