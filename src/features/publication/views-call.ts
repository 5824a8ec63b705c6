/** The call: everything an applicant may need to know before signing in, and to print. */
import {
  alert,
  buttonLink,
  descriptionList,
  emptyState,
  heading,
  link,
  list,
  pageHead,
  paragraph,
  prose,
  section,
  tag,
  time,
  withAside,
} from '../../ui/components/index.ts';
import { attrs, html, nothing, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { formatBytes, formatDateTime, formatDeadline } from '../../ui/text/format.ts';
import { guestPath } from '../ceremony-guests/schema.ts';
import { answersPath } from '../call-questions/schema.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { CALL_FORMS, countsAs, finalistsWhen, inLang, levelsOf, namesOf, rulesIn } from './words-call.ts';
import { beforeOutcome, type PublicCall, type PublicEdition } from './schema-public.ts';
import { checksum, jurors } from './views-year.ts';

const marked = (text: string, lang: Lang | undefined): Html =>
  lang ? html`<span${attrs({ lang })}>${text}</span>` : html`${text}`;

export function callPage(call: PublicCall, lang: Lang): Page {
  const t = texts(lang).publicSite;
  const { edition } = call;
  const words = inLang(edition.texts, lang);
  const part = (id: string, title: string, text: string) =>
    text.trim() && section({ title, id, body: prose(text, words.lang) });
  return {
    title: t.call.title(edition.year),
    description: t.call.description(edition.year),
    main: withAside({
      label: t.call.dates,
      side: html`${heading(2, t.call.dates, { size: 'xs' })}${dates(edition, lang)}${edition.phase === 'open' && html`<p>${buttonLink({ href: '/soknad/ny', label: t.front.apply(edition.year) })}</p>`}${contents(call, lang)}`,
      main: html`${pageHead({ over: t.phases[edition.phase], title: t.call.title(edition.year) })}
${notice(edition, lang)}${prose(words.text.intro, words.lang)}
${part('formal', t.call.purpose, words.text.purpose)}${part('hvem', t.call.eligibility, words.text.eligibility)}${part('prisen', t.call.prize, words.text.prize)}
${section({ title: t.call.criteria, id: 'kriterier', body: criteria(call, lang) })}
${section({ title: t.call.jury, id: 'jury', body: jury(call, lang) })}
${section({ title: t.call.form, id: 'skjema', body: form(call, lang) })}
${part('retningslinjer', t.call.regulations, words.text.regulations)}
${edition.rulesSha256 && section({ title: t.call.hashTitle, id: 'kontrollsum', body: checksum(edition, edition.rulesSha256, lang) })}`,
    }),
  };
}

export function noCallPage(lang: Lang): Page {
  const t = texts(lang).publicSite;
  return {
    title: t.nav.call,
    main: html`${pageHead({ title: t.nav.call })}${emptyState({ title: t.call.none, body: t.call.noneBody, action: buttonLink({ href: publicHref(lang, '/historie'), label: t.front.allYears, kind: 'secondary' }) })}`,
  };
}

function notice({ phase, year }: PublicEdition, lang: Lang): Html {
  const t = texts(lang).publicSite.call;
  if (phase === 'open' || phase === 'announced') return nothing;
  return alert({ tone: 'info', body: paragraph(phase === 'cancelled' ? t.cancelled(year) : t.over(year)) });
}

function dates(edition: PublicEdition, lang: Lang): Html {
  const { opensAt, closesAt, finalistsAt, ceremonyAt, ceremonyPlace, help, phase, answers, signup } = edition;
  const t = texts(lang).publicSite;
  const isOpen = phase === 'open' || phase === 'announced';
  const contact = [
    help.name,
    help.email && link(`mailto:${help.email}`, help.email),
    help.phone && link(`tel:${help.phone.replaceAll(/\s/g, '')}`, help.phone),
  ].filter(Boolean);
  return html`${descriptionList([
    [t.call.opens, time(opensAt, formatDateTime(opensAt, lang))],
    [t.call.deadline, time(closesAt, formatDeadline(closesAt, lang))],
    [t.call.finalists, time(edition.finalistsOutAt ?? finalistsAt, finalistsWhen(edition, lang))],
    [
      t.call.ceremony,
      html`${time(ceremonyAt, formatDateTime(ceremonyAt, lang))}${ceremonyPlace && html`<br>${ceremonyPlace}`}${signup && beforeOutcome(phase) && html`<br>${link(publicHref(lang, guestPath), texts(lang).ceremonyGuests.link)}`}`,
    ],
    [t.call.contact, contact.length > 0 && contact.map((item, i) => html`${i > 0 && html`<br>`}${item}`)],
  ])}${paragraph(t.call.deadlineNote, 'small')}<p>${link(publicHref(lang, '/kalender.ics'), t.call.calendar)}</p>${(isOpen || answers.count > 0) && html`<p>${link(publicHref(lang, answersPath), texts(lang).callQuestions.link(answers.count))}</p>`}${isOpen && html`<p>${link('/paminnelse', t.call.remind)}</p>`}`;
}

function contents({ edition }: PublicCall, lang: Lang): Html {
  const t = texts(lang).publicSite.call;
  const parts = [
    ['formal', t.purpose],
    ['hvem', t.eligibility],
    ['prisen', t.prize],
    ['kriterier', t.criteria],
    ['jury', t.jury],
    ['skjema', t.form],
    ['retningslinjer', t.regulations],
    ...(edition.rulesSha256 ? [['kontrollsum', t.hashTitle]] : []),
  ];
  return html`<nav aria-label="${t.contents}">${heading(2, t.contents, { size: '2xs' })}${list(parts.map(([id, label]) => link(`#${id}`, label)))}</nav>`;
}

function criteria({ criteria: all, scale, ranking, reasonsPromised }: PublicCall, lang: Lang): Html {
  const t = texts(lang).publicSite.call;
  const items = all.map(({ kind, weight, texts: own }) => {
    const { text, lang: other } = inLang(own, lang);
    const note = countsAs({ kind, weight }, lang);
    return html`<strong>${marked(text.name, other)}</strong> ${note ? tag(note) : nothing}<br>${marked(text.description, other)}`;
  });
  return html`${paragraph(t.criteriaLead)}${list(items, { ordered: true })}${scale ? scaleWords(scale, lang) : paragraph(t.noScale)}${ranking && howRanked(ranking, lang)}${reasonsPromised && paragraph(t.reasonsPromised)}`;
}

/** The mean, the tie and what becomes public, as promised before anybody applied. */
function howRanked(
  { rule, tieRule, lotSource, lotBeacon, publicExtract }: NonNullable<PublicCall['ranking']>,
  lang: Lang,
): Html {
  const { ranking: t } = texts(lang);
  const lot = tieRule === 'ladder+lot';
  return html`${heading(3, t.title)}${descriptionList([
    [t.rules[rule], t.ruleHints[rule]],
    [
      t.tieRule,
      html`${t.tieRules[tieRule]}${t.tieRuleHints[tieRule] && html`<br>${t.tieRuleHints[tieRule]}`}`,
    ],
    ...(lot
      ? ([
          [t.lotSource, html`${lotSource}${lotBeacon !== null && html`<br>${t.beacon.known(lotBeacon)}`}`],
        ] as const)
      : []),
  ])}${paragraph(publicExtract ? t.extractYes : t.extractNo)}`;
}

function scaleWords({ min, max, words }: NonNullable<PublicCall['scale']>, lang: Lang): Html {
  const t = texts(lang).publicSite.call;
  const pairs = levelsOf({ min, max, words }, lang).map(
    ([label, { text, lang: other }]) => [label, marked(text, other)] as const,
  );
  return html`${heading(3, t.scale)}${paragraph(t.scaleLead(min, max))}${descriptionList(pairs)}`;
}

function jury({ jury: seats }: PublicCall, lang: Lang): Html {
  const t = texts(lang).publicSite.call;
  return seats.length === 0 ? paragraph(t.juryNone) : html`${paragraph(t.juryLead)}${jurors(seats, lang)}`;
}

/** The form as it will be filled in, with helping questions and limits. */
function form({ questions, documents }: PublicCall, lang: Lang): Html {
  const t = texts(lang).publicSite.call;
  const parts = Map.groupBy(questions, ({ section: part }) => part);
  const files = Object.entries(CALL_FORMS).map(([kind, path]) =>
    link(publicHref(lang, path), t.formFiles[kind as keyof typeof CALL_FORMS], { download: true }),
  );
  return html`${paragraph(t.formLead)}${list(files)}${[...parts].map(
    ([part, own]) =>
      html`${heading(3, t.sections[part])}${list(
        own.map((question) => asked(question, lang)),
        { ordered: true },
      )}`,
  )}
${paragraph(t.documents(documents.max, formatBytes(documents.bytes, lang)))}${paragraph(t.print, 'small')}`;
}

function asked(question: PublicCall['questions'][number], lang: Lang): Html {
  const { details, texts: own } = question;
  const { text, lang: other } = inLang(own, lang);
  return html`<strong>${marked(text.label, other)}</strong> (${rulesIn(question, lang)})${text.help && html`<br>${marked(text.help, other)}`}${
    text.prompts && text.prompts.length > 0 && list(text.prompts.map((prompt) => marked(prompt, other)))
  }${details && list(namesOf(details, lang))}`;
}
