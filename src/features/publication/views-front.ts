/** The front page: what the prize is, where the year stands, and the last winner. */
import {
  actions,
  buttonLink,
  card,
  grid,
  heading,
  hero,
  honour,
  link,
  paragraph,
  section,
  steps,
  type Step,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatDate, formatDateTime, formatDeadline, formatLastDay } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { guestPath } from '../ceremony-guests/schema.ts';
import { beforeOutcome, type Phase, type PublicEdition, type PublicOutcome } from './schema-public.ts';
import { nameOf, nomineePath } from './schema-nominee.ts';
import { takenDownNotice } from './views-year.ts';
import { finalistsWhen } from './words-call.ts';

export interface Front {
  current: { edition: PublicEdition; outcome: PublicOutcome } | null;
  lastWinner: { year: number; name: string } | null;
}

export function frontPage({ current, lastWinner }: Front, lang: Lang): Page {
  const { publicSite: t, common } = texts(lang);
  return {
    front: true,
    title: `${common.siteName} – ${common.tagline}`,
    description: t.front.description,
    hero: hero({
      over: common.tagline,
      title: t.front.title,
      lead: t.front.lead,
      actions: callToAction(current?.edition ?? null, lang),
      side: html`${heading(2, t.front.whereNow, { size: 'xs' })}${current ? standing(current.edition, lang) : paragraph(t.front.noCall)}`,
    }),
    main: html`${current && latest(current, lang)}
${section({ title: t.front.whatTitle, body: t.front.what.map((text) => paragraph(text)) })}
${section({ title: t.front.howTitle, body: grid(t.front.how.map(({ title, body }) => card({ title, level: 3, body: paragraph(body) }))) })}
${lastWinner && section({ title: t.front.lastWinner, body: html`${honour({ rank: 'nominated', level: 3, over: t.year.winnerOf(lastWinner.year), name: link(publicHref(lang, `/prisen/${lastWinner.year}`), lastWinner.name) })}<p>${link(publicHref(lang, '/historie'), t.front.allYears)}</p>` })}`,
  };
}

function callToAction(edition: PublicEdition | null, lang: Lang): Html {
  const t = texts(lang).publicSite.front;
  const call = (kind: 'primary' | 'secondary') =>
    buttonLink({ href: publicHref(lang, '/utlysning'), label: t.readCall, kind });
  if (!edition) return nothing;
  const { phase, year } = edition;
  if (phase === 'open')
    return actions(buttonLink({ href: '/soknad/ny', label: t.apply(year) }), call('secondary'));
  const guests =
    edition.signup &&
    beforeOutcome(phase) &&
    buttonLink({
      href: publicHref(lang, guestPath),
      label: texts(lang).ceremonyGuests.link,
      kind: 'secondary',
    });
  const yearHref = publicHref(lang, `/prisen/${year}`);
  if (phase === 'finalists' || phase === 'winner')
    return actions(buttonLink({ href: yearHref, label: t.seeNominated }), guests);
  if (phase === 'takenDown') return actions(buttonLink({ href: yearHref, label: t.seeNotice }), guests);
  return actions(call('primary'), guests);
}

/** The steps of the year with the present one marked, and the sentence that says what comes next. */
function standing(edition: PublicEdition, lang: Lang): Html {
  const { publicSite: t } = texts(lang);
  const { phase, year } = edition;
  const ended = phase === 'noAward' || phase === 'cancelled' || phase === 'takenDown';
  return html`<p><strong>${t.prize(year)}:</strong> ${t.phases[phase]}.</p>${!ended && steps(stepsOf(edition, lang), texts(lang))}${ended && paragraph(t.next[phase])}`;
}

const reached: Record<Phase, number> = {
  announced: 0,
  open: 1,
  closed: 2,
  judging: 2,
  finalists: 4,
  winner: 5,
  noAward: 5,
  cancelled: 5,
  takenDown: 5,
};

function stepsOf(edition: PublicEdition, lang: Lang): Step[] {
  const { phase, opensAt, closesAt, judgingEndsAt, ceremonyAt, ceremonyPlace } = edition;
  const t = texts(lang).publicSite.steps;
  const items = [
    { label: t.opens, when: formatDate(opensAt, lang) },
    { label: t.deadline, when: formatDeadline(closesAt, lang) },
    { label: t.judging, when: t.until(formatLastDay(judgingEndsAt, lang)) },
    { label: t.finalists, when: finalistsWhen(edition, lang) },
    { label: t.ceremony, when: formatDateTime(ceremonyAt, lang), note: ceremonyPlace },
  ];
  const at = reached[phase];
  return items.map((item, i) => ({ ...item, state: i < at ? 'done' : i === at ? 'current' : 'upcoming' }));
}

/** The news: the winner, or the nominated by name in alphabetical order. */
function latest({ edition, outcome }: NonNullable<Front['current']>, lang: Lang): Html {
  const t = texts(lang).publicSite;
  const href = publicHref(lang, `/prisen/${edition.year}`);
  if (outcome.takenDown) return takenDownNotice(outcome.takenDown, lang);
  const winner = outcome.winner && outcome.nominated.find((one) => one.outcome === 'winner');
  if (winner)
    return honour({
      rank: 'winner',
      over: t.year.winnerOf(edition.year),
      name: nameOf(winner),
      statement: buttonLink({ href, label: t.front.seeNominated, kind: 'secondary' }),
    });
  if (!outcome.finalists) return nothing;
  const cards = outcome.nominated.map((one) =>
    card({
      title: nameOf(one),
      href: publicHref(lang, nomineePath(edition.year, one)),
      level: 3,
      over: t.year.nominated,
    }),
  );
  return section({
    title: `${t.year.nominated} ${edition.year}`,
    body: html`${grid(cards)}<p>${link(href, t.front.seeNominated)}</p>`,
  });
}
