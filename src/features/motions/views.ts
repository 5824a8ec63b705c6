/** Motions and votes: the page of whoever keeps them, and the juror's own page of the meeting. */
import {
  actionForm,
  actions,
  alert,
  button,
  buttonLink,
  card,
  dateTimeField,
  emptyState,
  errorsByField,
  errorSummary,
  fieldId,
  form,
  link,
  list,
  pageHead,
  paragraph,
  prose,
  radioGroup,
  section,
  select,
  stack,
  statusMessage,
  table,
  tag,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, meetingsHref, motionsHref } from '../../ui/edition-nav.ts';
import { html, type Content, type Html } from '../../ui/html.ts';
import { juryFrame, type SeatView } from '../../ui/jury-frame.ts';
import type { Page } from '../../ui/layout.ts';
import { motionTitle } from '../../ui/motion-title.ts';
import { instant } from '../../platform/clock.ts';
import { applicantName, formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { MOTION_LENGTH, motionKinds, votes, type MotionOut, type Voter } from './schema.ts';
import { whyNot } from './words.ts';

export interface Redrawn {
  errors: readonly FormError[];
  input: (name: string) => string;
  saved: boolean;
}
export interface MotionsView extends Redrawn {
  edition: { id: string; year: number };
  motions: readonly MotionOut[];
  /** Whom a motion can name; null for whoever puts none. */
  options: readonly { id: string; name: string }[] | null;
}

export function motionsPage(view: MotionsView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.motions;
  const { edition, errors, motions } = view;
  const here = motionsHref(edition.id);
  return {
    title: own.title,
    wide: true,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      errorSummary(errors, t, {
        nominationId: own.about,
        body: own.body,
        closesAt: own.deadline,
        ...Object.fromEntries(motions.map(({ id }) => [outField(id), t.meetings.mustGoOut])),
      }),
      view.saved && statusMessage(own.saved),
      pageHead({ title: own.title, over: t.secretariat.edition(edition.year), lead: own.lead }),
      motions.length > 0
        ? stack(...motions.map((one) => motionCard(one, lang, keeping(one, here, view, t))))
        : emptyState({ title: own.none }),
      view.options && section({ title: own.put, id: 'nytt', body: putForm(view, view.options, here, t) }),
    ),
  };
}

function putForm(
  { input, errors }: Redrawn,
  options: readonly { id: string; name: string }[],
  here: string,
  t: Texts,
): Html {
  const own = t.motions;
  const wrong = errorsByField(errors);
  return form({
    action: here,
    body: html`${radioGroup({
      name: 'kind',
      legend: own.kind,
      value: input('kind') || null,
      error: wrong['kind'],
      options: motionKinds.map((value) => ({ value, label: own.kinds[value] })),
    })}${select({
      name: 'nominationId',
      label: own.about,
      hint: own.aboutHint,
      value: input('nominationId'),
      error: wrong['nominationId'],
      empty: t.common.choose,
      options: options.map(({ id, name }) => ({ value: id, label: name })),
    })}${textArea({
      name: 'body',
      label: own.body,
      hint: own.bodyHint,
      optional: t.common.optional,
      rows: 3,
      maxlength: MOTION_LENGTH,
      value: input('body'),
      error: wrong['body'],
    })}${radioGroup({
      name: 'how',
      legend: own.how,
      value: input('how') || 'meeting',
      error: wrong['how'],
      options: (['meeting', 'writing'] as const).map((value) => ({ value, label: own.hows[value] })),
    })}${dateTimeField({
      name: 'closesAt',
      legend: own.deadline,
      date: input('closesAt'),
      time: input('closesAtTime'),
      labels: { date: t.common.date, time: t.common.time },
      errors: wrong,
    })}${button({ label: own.putButton })}`,
  });
}

const outField = (id: string): string => `out-${id}`;

/** Showing it on the shared screen, recording the votes of those in the room, closing and withdrawing. */
function keeping(one: MotionOut, here: string, view: MotionsView, t: Texts): Content {
  const own = t.motions;
  const at = `${here}/${one.id}`;
  const inRoom = one.voters.filter(({ entitled, inRoom: there }) => entitled && there);
  const shown = one.allowedActions.includes('uncover') ? own.uncover : own.show;
  return html`${
    (one.allowedActions.includes('show') || one.allowedActions.includes('uncover')) &&
    actions(
      actionForm({ action: `${at}/skjerm`, label: shown, kind: 'secondary' }),
      html`<span id="${fieldId(outField(one.id))}">${link(`${meetingsHref(view.edition.id)}/${one.meetingId}#til-stede`, own.whoGoesOut)}</span>`,
    )
  }${
    one.allowedActions.includes('keep') &&
    form({
      action: `${at}/stemmer`,
      label: motionTitle(one, t),
      body: html`${inRoom.map((voter) => voteChoice(`vote-${voter.personId}`, own.voteOf(voter.name), view.input(`vote-${voter.personId}`) || voter.vote, t))}${button({ label: own.recordVotes, kind: 'secondary' })}`,
    })
  }${
    one.allowedActions.includes('close') &&
    actions(
      actionForm({ action: `${at}/avslutt`, label: own.close, kind: 'primary', ask: own.closeAsk }),
      actionForm({ action: `${at}/trekk`, label: own.withdraw, kind: 'tertiary', ask: own.withdrawAsk }),
    )
  }`;
}

const voteChoice = (name: string, legend: string, value: string | null, t: Texts): Html =>
  radioGroup({
    name,
    legend,
    value,
    inline: true,
    options: votes.map((one) => ({ value: one, label: t.motions.votes[one] })),
  });

/** A motion with its votes, as far as its reader may see them, and what he or she can do with it. */
function motionCard(one: MotionOut, lang: Lang, more: Content): Html {
  const t = texts(lang);
  const own = t.motions;
  const voted = one.voters.filter(({ hasVoted }) => hasVoted).length;
  const open = one.closedAt === null;
  return card({
    title: motionTitle(one, t),
    over: tag(
      one.outcome ? own.outcomes[one.outcome] : own.open,
      one.outcome === 'carried' ? 'success' : open ? 'info' : 'neutral',
    ),
    body: html`${one.body && prose(one.body)}${paragraph(own.putBy(one.putBy, formatDateTime(instant(one.putAt), lang)), 'muted')}${
      one.closesAt && paragraph(own.until(formatDeadline(instant(one.closesAt), lang)), 'muted')
    }${one.outcome === 'carried' && !one.stands && alert({ tone: 'warning', body: paragraph(own.lapsed) })}${
      one.tally
        ? paragraph(own.tally(one.tally.for, one.tally.against, one.tally.abstain))
        : paragraph(own.sealed)
    }${paragraph(own.quorum(voted, one.entitled, one.quorum))}${
      one.presidedBy && paragraph(one.castVote ? own.castVote(one.presidedBy) : own.presided(one.presidedBy))
    }${votersTable(one, t)}${one.dissents.map(
      ({ name, body }) => html`${paragraph(html`<strong>${own.dissent}, ${name}</strong>`)}${prose(body)}`,
    )}${more}`,
  });
}

const votersTable = (one: MotionOut, t: Texts): Html =>
  table<Voter>({
    caption: `${t.motions.voters}: ${motionTitle(one, t)}`,
    hideCaption: true,
    rows: one.voters,
    columns: [
      { header: t.motions.voter, names: true, cell: ({ name }) => name },
      { header: t.motions.given, cell: (voter) => givenBy(voter, one.closedAt === null, t) },
    ],
  });

function givenBy(voter: Voter, open: boolean, t: Texts): Content {
  const own = t.motions;
  if (voter.vote) return own.votes[voter.vote];
  if (!voter.entitled) return [own.notEntitled, whyNot(voter, t)].filter(Boolean).join(': ');
  if (voter.hasVoted) return own.hasVoted;
  return open && !voter.inRoom ? own.notInRoom : own.notVoted;
}

export interface MyMeetingView extends Redrawn {
  seat: SeatView;
  /** The meeting that goes on. */
  meetingId: string | null;
  motions: readonly MotionOut[];
  /** Applications on which a score of the reader's own waits for an answer. */
  agreements: readonly { nominationId: string; organisation: string; unit: string }[];
}

export function myMeetingPage(view: MyMeetingView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.motions;
  const { meetingId, motions, errors } = view;
  return {
    title: own.mine.title,
    failed: errors.length > 0,
    main: juryFrame(
      view.seat,
      '/jury/mote',
      t,
      errorSummary(errors, t),
      view.saved && statusMessage(own.saved),
      pageHead({ title: own.mine.title, lead: own.mine.lead }),
      meetingId
        ? actions(buttonLink({ href: `/moter/${meetingId}/skjerm`, label: own.mine.screen }))
        : paragraph(own.mine.noMeeting),
      view.agreements.length > 0 &&
        alert({
          tone: 'info',
          body: html`${paragraph(own.mine.agreements)}${list(
            view.agreements.map((one) =>
              link(`/jury/resultat/${one.nominationId}#enighet`, applicantName(one.organisation, one.unit)),
            ),
          )}`,
        }),
      section({
        title: own.title,
        id: 'forslag',
        body:
          motions.length > 0
            ? stack(...motions.map((one) => motionCard(one, lang, votingOn(one, view, t))))
            : emptyState({ title: own.none, level: 3 }),
      }),
    ),
  };
}

function votingOn(one: MotionOut, { errors, input }: Redrawn, t: Texts): Content {
  const own = t.motions;
  const wrong = errorsByField(errors);
  const dissent = `dissent-${one.id}`;
  return html`${
    one.allowedActions.includes('vote') &&
    form({
      action: `/jury/forslag/${one.id}/stem`,
      label: motionTitle(one, t),
      body: html`${voteChoice(`vote-${one.id}`, own.myVote, one.myVote, t)}${button({ label: own.vote })}`,
    })
  }${
    one.allowedActions.includes('dissent') &&
    form({
      action: `/jury/forslag/${one.id}/dissens`,
      label: own.dissent,
      body: html`${textArea({ name: dissent, label: own.dissent, hint: own.dissentHint, rows: 4, maxlength: MOTION_LENGTH, value: input(dissent), error: wrong[dissent] })}${button({ label: own.writeDissent, kind: 'secondary' })}`,
    })
  }`;
}
