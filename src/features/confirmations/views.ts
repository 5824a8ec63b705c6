/** Asking leader and partners to confirm, and what the one who holds a link sees. */
import {
  actions,
  alert,
  button,
  descriptionList,
  details,
  errorSummary,
  errorsByField,
  form,
  hidden,
  link,
  list,
  pageHead,
  paragraph,
  radioGroup,
  section,
  stack,
  statusMessage,
  textField,
  time,
  type FormError,
} from '../../ui/components/index.ts';
import { confirmationLine, confirmationTag } from '../../ui/confirmation.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { nominationCrumbs } from '../../ui/nomination-nav.ts';
import { submissionView, type SubmissionContent } from '../../ui/submission.ts';
import { formatBytes, formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { wantedHere } from '../../ui/returned-parts.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { ConfirmationKind, Wanted } from './schema.ts';

export interface ConfirmationsView {
  row: { id: string; organisation_name: string; language: Lang };
  wanted: readonly Wanted[];
  /** The first instant that is too late; null when nothing can be asked any more. */
  deadline: Date | null;
  /** Only a link that stands in the way of sending in can be asked for. */
  locked: boolean;
  /** What the secretariat asks for here. */
  note: string | null;
  /** Hash of the application as it stands. */
  sha256: string;
  input: Readonly<Record<string, string>>;
  errors: readonly FormError[];
  sent: boolean;
}

export function confirmationsPage(view: ConfirmationsView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.confirmations;
  const { row, wanted, errors, deadline } = view;
  return {
    title: own.title,
    failed: errors.length > 0,
    breadcrumbs: nominationCrumbs(row, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      view.sent && statusMessage(own.sent),
      pageHead({
        title: own.title,
        over: row.organisation_name,
        lead: deadline ? own.lead(formatDeadline(deadline, lang)) : own.closed,
      }),
      wantedHere(view.note, lang),
      view.locked && alert({ body: paragraph(t.completion.closed) }),
      wanted.length === 0 && paragraph(own.none),
      ...wanted.map((one, at) => wantedBox(one, at, view, lang)),
      html`<p>${link(`/soknad/${row.id}`, t.nominations.receipt.toApplication)}</p>`,
    ),
  };
}

function wantedBox(one: Wanted, at: number, view: ConfirmationsView, lang: Lang): Html {
  const own = texts(lang).confirmations;
  const changed = one.state === 'confirmed' && one.contentSha256 !== view.sha256;
  const title = one.kind === 'leader' ? own.leader : own.partner(one.organisation);
  const settled = one.state === 'confirmed' && !changed;
  const locked = view.locked && (one.state === 'asked' || one.state === 'confirmed');
  const ask = view.deadline !== null && !settled && !locked ? askForm(one, at, view, lang) : nothing;
  const refused = view.errors.length > 0 && isFor(one, view.input);
  const again = one.state !== 'notAsked' && !refused;
  return section({
    title,
    body: html`<p>${confirmationTag(one.state, lang)}</p>${one.state !== 'notAsked' && paragraph(confirmationLine(one, lang))}${
      changed && alert({ tone: 'warning', body: paragraph(own.changedSince) })
    }${again && ask !== nothing ? details({ summary: own.askAgain, body: html`${paragraph(own.askAgainHint, 'small')}${ask}` }) : ask}`,
  });
}

const isFor = ({ kind, organisation }: Wanted, input: Readonly<Record<string, string>>): boolean =>
  input['kind'] === kind && (input['organisation'] ?? '') === organisation;

function askForm(one: Wanted, at: number, view: ConfirmationsView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.confirmations;
  const mine = isFor(one, view.input);
  const found = mine ? errorsByField(view.errors) : {};
  const common = (name: 'name' | 'title' | 'email') => ({
    name: `${name}-${at}`,
    value: mine ? (view.input[`${name}-${at}`] ?? '') : one[name],
    error: found[`${name}-${at}`],
    width: 'medium' as const,
    autocomplete: 'off',
  });
  return form({
    action: `/soknad/${view.row.id}/bekreftelser`,
    body: html`${hidden('at', at)}${hidden('kind', one.kind)}${hidden('organisation', one.organisation)}${textField({ ...common('name'), label: own.name })}${textField({ ...common('title'), label: own.position, optional: t.common.optional })}${textField({ ...common('email'), label: own.email, type: 'email', inputmode: 'email' })}${actions(button({ label: own.send }))}`,
  });
}

export interface LinkView {
  token: string;
  kind: ConfirmationKind;
  partner: string;
  organisation: string;
  language: Lang;
  year: number;
  deadline: Date;
  name: string;
  title: string;
  askedAt: Date;
  answer: 'confirmed' | 'declined' | null;
  answeredAt: Date | null;
  closed: 'answered' | 'late' | 'settled' | undefined;
  /** The application, for the leader only: a partner confirms that it takes part. */
  content: SubmissionContent | null;
  documents: readonly { name: string; bytes: number }[];
  sha256: string;
  input: Readonly<Record<string, string>> | null;
  errors: readonly FormError[];
}

export function linkPage(view: LinkView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.confirmations.link;
  const { kind, organisation, year, errors } = view;
  const title = kind === 'leader' ? own.leaderTitle : own.partnerTitle;
  return {
    title,
    failed: errors.length > 0,
    main: stack(
      errorSummary(errors, t),
      pageHead({
        title,
        over: own.over(year),
        lead: kind === 'leader' ? own.leaderLead(organisation) : own.partnerLead(organisation, view.partner),
      }),
      view.closed ? closedBox(view, lang) : paragraph(own.noAccount, 'small'),
      view.content && !view.closed && contentPart(view, view.content, lang),
      !view.closed && answerForm(view, lang),
    ),
  };
}

function closedBox({ closed, answer, answeredAt, deadline }: LinkView, lang: Lang): Html {
  const own = texts(lang).confirmations.link;
  if (closed === 'answered' && answer && answeredAt)
    return alert({
      tone: 'success',
      body: html`<p>${own.answered[answer]} ${time(answeredAt, formatDateTime(answeredAt, lang))}.</p>`,
    });
  return alert({
    tone: 'warning',
    body: paragraph(closed === 'late' ? own.late(formatDeadline(deadline, lang)) : own.settled),
  });
}

function contentPart(view: LinkView, content: SubmissionContent, lang: Lang): Html {
  const own = texts(lang).confirmations.link;
  return html`${section({
    title: own.application,
    id: 'soknad',
    body: submissionView({ ...content, documents: null }, { lang, language: view.language, level: 3 }),
  })}${
    view.documents.length > 0 &&
    section({
      title: own.documents,
      level: 3,
      body: list(view.documents.map(({ name, bytes }) => `${name} (${formatBytes(bytes, lang)})`)),
    })
  }`;
}

function answerForm(view: LinkView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.confirmations.link;
  const { input, kind } = view;
  const found = errorsByField(view.errors);
  return section({
    title: own.answerTitle,
    id: 'svar',
    body: html`${descriptionList([[own.deadline, time(view.deadline, formatDeadline(view.deadline, lang))]])}${form(
      {
        action: `/bekreft/${view.token}`,
        body: html`${hidden('seen', view.sha256)}${radioGroup({
          name: 'answer',
          legend: kind === 'leader' ? own.leaderQuestion : own.partnerQuestion(view.partner),
          value: input?.['answer'] ?? null,
          error: found['answer'],
          options: [
            { value: 'confirmed', label: kind === 'leader' ? own.leaderYes : own.partnerYes },
            { value: 'declined', label: own.no },
          ],
        })}${textField({ name: 'name', label: own.name, value: input?.['name'] ?? view.name, error: found['name'], width: 'medium', autocomplete: 'name' })}${textField({ name: 'title', label: t.confirmations.position, optional: t.common.optional, value: input?.['title'] ?? view.title, error: found['title'], width: 'medium', autocomplete: 'organization-title' })}${paragraph(own.final, 'small')}${actions(button({ label: own.send }))}`,
      },
    )}`,
  });
}
