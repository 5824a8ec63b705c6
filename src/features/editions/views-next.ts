/** The next step of a year, with what it needs: each item leads to where it is put right. */
import {
  actionForm,
  actions,
  buttonLink,
  checklist,
  link,
  list,
  paragraph,
  type Requirement,
} from '../../ui/components/index.ts';
import {
  ceremonyHref,
  editionHref,
  feedbackHref,
  meetingsHref,
  namingsHref,
  type EditionPage,
} from '../../ui/edition-nav.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { requirementText, texts, type Lang } from '../../ui/text/index.ts';
import type { Outcome } from './schema-outcome.ts';
import { datesOf, type Caution, type Gap, type Owed } from './schema-readiness.ts';
import type { EditionRow } from './schema.ts';
import { cautionsBox, gapsList } from './views-readiness.ts';
import { remedyHref } from './views-remedies.ts';

export interface NextView {
  edition: EditionRow;
  /** Those that the reader may open. */
  pages: readonly EditionPage[];
  now: Date;
  allowed: readonly string[];
  /** What the next phase needs, whoever takes the step. */
  ahead: {
    event: string;
    items: readonly { requirement: string; met: boolean; items: readonly string[] }[];
  } | null;
  gaps: readonly Gap[];
  owed: readonly Owed[];
  cautions: readonly Caution[];
  /** Null for whoever may not see the decisions, and before there are any. */
  outcome: Outcome | null;
  mayCreate: boolean;
}

/** The step that the secretariat takes from each state; the others are the jury's or the clock's. */
const nextStep: Partial<Record<EditionRow['state'], string>> = {
  planned: 'announce',
  announced: 'close',
  closed: 'startJudging',
  winnerAnnounced: 'archive',
  noAward: 'archive',
  cancelled: 'archive',
};

export function nextPart(view: NextView, lang: Lang): Html {
  const { secretariat: s, yearSteps: t, meetings } = texts(lang);
  const { edition, allowed, now, outcome } = view;
  const { state } = edition;
  const toMeetings = (kind: 'primary' | 'secondary') =>
    buttonLink({ href: meetingsHref(edition.id), label: meetings.title, kind });
  const toNamings = buttonLink({
    href: namingsHref(edition.id),
    label: texts(lang).namings.office.title,
    kind: 'secondary',
  });
  if (state === 'announced' && !allowed.includes('close')) {
    const deadline = formatDeadline(edition.closes_at, lang);
    const opens = now < edition.opens_at ? formatDateTime(edition.opens_at, lang) : null;
    return html`${paragraph(opens ? t.waitsForOpening(opens, deadline) : t.waitsForDeadline(deadline))}${aheadPart(view, lang)}`;
  }
  if (state === 'judging')
    return html`${paragraph(t.judging(formatDeadline(edition.judging_ends_at, lang)))}${aheadPart(view, lang)}`;
  if (state === 'deliberating')
    return html`${paragraph(t.deliberating)}${aheadPart(view, lang)}${outcome && outcome.nominated > 0 && outcomePart(view, outcome, lang)}${actions(toMeetings('primary'))}`;
  if (state === 'decided' || state === 'finalistsPublished')
    return html`${outcome && outcomePart(view, outcome, lang)}${actions(state === 'decided' && toNamings, toMeetings('secondary'))}`;
  if (state === 'archived')
    return paragraph(
      html`${s.dashboard.nothing}${view.mayCreate && html` ${link('/sekretariat/ny', t.nextYear)}`}`,
    );
  return eventPart(view, lang);
}

/** What the next phase needs, each with the place where it is put right, and who takes the step. */
function aheadPart(view: NextView, lang: Lang): Html {
  const { edition, ahead, gaps, owed, pages, outcome } = view;
  if (!ahead) return nothing;
  const { yearSteps: t } = texts(lang);
  const event = ahead.event as keyof typeof t.takenBy;
  const items = ahead.items.map(({ requirement, met, items: what }) => {
    const parts =
      requirement === 'textsComplete' && pages.includes('setup')
        ? gapsList(edition.id, gaps, lang)
        : owedList(edition.id, requirement, owed, pages);
    return {
      met,
      label: requirementText(texts(lang), requirement, met || parts ? [] : what),
      parts,
      href: remedyHref(edition.id, requirement, pages),
    };
  });
  const all = [...items, ...(event === 'archive' && outcome ? answers(edition.id, outcome, lang) : [])];
  return html`${paragraph(t.takenBy[event])}${all.length > 0 && checklist(all, texts(lang))}`;
}

/** Each who is owed an answer, leading to where it is given. */
function owedList(
  editionId: string,
  requirement: string,
  owed: readonly Owed[],
  pages: readonly EditionPage[],
): Html | false {
  const lacks = { answersGiven: 'answer', promisedReasonsGiven: 'reasons' }[requirement];
  const mine = owed.filter((one) => one.lacks === lacks);
  const hrefOf = ({ nominationId }: Owed) =>
    lacks === 'reasons'
      ? `${feedbackHref(editionId)}#s-${nominationId}`
      : pages.includes('applications') && `/sekretariat/soknad/${nominationId}`;
  return (
    mine.length > 0 &&
    list(
      mine.map((one) => {
        const href = one.nominationId !== null && hrefOf(one);
        return href ? link(href, one.organisation) : one.organisation;
      }),
    )
  );
}

/** A step that the secretariat takes here, by a button. */
function eventPart(view: NextView, lang: Lang): Html {
  const { secretariat: t } = texts(lang);
  const { edition, allowed, cautions, pages } = view;
  const event = nextStep[edition.state] as keyof typeof t.eventLeads | undefined;
  if (!event) return paragraph(t.dashboard.nothing);
  const after =
    event === 'archive' &&
    (['report', 'archive'] as const)
      .filter((page) => pages.includes(page))
      .map((page) => paragraph(link(editionHref(edition.id, page), afterTexts(lang)[page])));
  return html`${paragraph(t.eventLeads[event])}${aheadPart(view, lang)}${after}${edition.state === 'planned' && pages.includes('setup') && cautionsBox(cautions, datesOf(edition), lang, editionHref(edition.id, 'setup'))}
${allowed.includes(event) && actionForm({ action: `${editionHref(edition.id)}/hendelse`, label: t.events[event], kind: 'primary', version: edition.version, fields: { type: event } })}`;
}

const afterTexts = (lang: Lang) => ({
  report: texts(lang).yearSteps.report,
  archive: texts(lang).archive.title,
});

/** From the decision to the public, in the order in which it is done. */
function outcomePart({ edition: { id, state } }: NextView, found: Outcome, lang: Lang): Html {
  const { yearSteps: t, ceremony } = texts(lang);
  const statements = editionHref(id, 'statements');
  const publication = editionHref(id, 'publication');
  const { nominated, written, approved } = found;
  const aboutFinalists: Requirement[] = nominated
    ? [
        { met: written === nominated, label: t.statementsWritten(written, nominated), href: statements },
        { met: approved === nominated, label: t.statementsApproved(approved, nominated), href: statements },
        { met: found.finalistsPrepared, label: t.finalistsPrepared, href: publication },
        { met: found.finalistsApproved, label: t.finalistsApproved, href: publication },
      ]
    : [];
  const aboutWinner: Requirement[] = [
    { met: found.winnerDecided, label: t.winnerDecided, href: meetingsHref(id) },
    { met: found.winnerPrepared, label: t.winnerPrepared, href: publication },
    { met: found.winnerApproved, label: t.winnerApproved, href: publication },
  ];
  const needed = [...aboutFinalists, ...aboutWinner];
  const ready = needed.every(({ met }) => met);
  return html`${paragraph(!ready ? t.toPublish : found.winnerHeld ? t.winnerHeld : t.allPrepared)}${checklist([...needed, ...answers(id, found, lang)], texts(lang))}${
    ready && found.atCeremony && state === 'finalistsPublished'
      ? actions(buttonLink({ href: ceremonyHref(id), label: ceremony.title }))
      : nothing
  }`;
}

/** Every applicant can be told in words what the jury thought. */
const answers = (id: string, { answered, toAnswer }: Outcome, lang: Lang): Requirement[] =>
  toAnswer
    ? [
        {
          met: answered === toAnswer,
          label: texts(lang).yearSteps.answers(answered, toAnswer),
          href: feedbackHref(id),
        },
      ]
    : [];
