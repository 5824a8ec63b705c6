/** Texts, dates, limits and scale of a year. What is frozen is shown, not asked for. */
import {
  actions,
  alert,
  button,
  checkbox,
  dateTimeField,
  descriptionList,
  errorSummary,
  errorsByField,
  form,
  link,
  list,
  paragraph,
  section,
  showButton,
  shownPart,
  statusMessage,
  textField,
} from '../../ui/components/index.ts';
import type { FormError } from '../../ui/components/forms.ts';
import { editionCrumbs, editionHead, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import { previewLinks } from '../../ui/preview.ts';
import type { Page } from '../../ui/layout.ts';
import { LANGS, texts, type Lang } from '../../ui/text/index.ts';
import { setupGuide, type Guide } from '../../ui/setup-guide.ts';
import type { Caution, EditionDates } from './schema-readiness.ts';
import { cautionsBox } from './views-readiness.ts';
import { confirmationsForm, confirmationsShown } from './views-setup-confirmations.ts';
import { remindersForm } from './views-setup-reminders.ts';
import { textsForm, textsShown } from './views-setup-texts.ts';
import { rankingForm, rankingShown } from './views-setup-ranking.ts';
import type { EditionRow } from './schema.ts';
import { recusalForm, recusalShown } from './views-recusal.ts';
import { feedbackForm, feedbackShown } from './views-setup-feedback.ts';
import { scaleFieldsets } from './views-scale.ts';
import { votingForm, votingShown } from './views-voting.ts';

export interface Setup {
  edition: EditionRow;
  guide: Guide;
  /** What the calendar says of the dates: as they are stored, or as they were just written to be looked at. */
  calendar: { dates: EditionDates; cautions: readonly Caution[]; looked: boolean };
  /** Every field by its name, as stored or as it was just written. */
  values: Readonly<Record<string, string>>;
  /** Language of the texts that were just sent in, where they were refused. */
  refusedLang: Lang | null;
  levels: readonly string[];
  mayConfigure: boolean;
  mayAdjust: boolean;
  mayRecordBeacon: boolean;
  saved: boolean;
  errors: readonly FormError[];
}

const dateNames = [
  'announcesAt',
  'opensAt',
  'closesAt',
  'judgingEndsAt',
  'finalistsAt',
  'ceremonyAt',
] as const;
const numberNames = ['prizeAmount', 'finalistsMin', 'finalistsMax', 'documentsMax'] as const;
/** Where it stands what the calendar says. */
const CALENDAR = 'kalender';
const scaleNames = ['scaleMin', 'scaleMax'] as const;

export function setupPage(view: Setup, lang: Lang): Page {
  const { secretariat: t } = texts(lang);
  const { edition, mayConfigure, mayAdjust } = view;
  const frozen = edition.state !== 'planned';
  const part = (id: string, title: string, body: Html) => section({ title, id, body });
  return {
    title: `${t.setup.title}, ${t.edition(edition.year)}`,
    failed: view.errors.length > 0,
    breadcrumbs: editionCrumbs(edition, t.setup.title, lang),
    main: html`${errorSummary(view.errors, texts(lang), labels(view.levels, lang))}${editionHead(edition, 'setup', { title: t.setup.title, lead: t.setup.lead, over: t.edition(edition.year) }, lang)}
${view.saved && statusMessage(texts(lang).common.saved)}${setupGuide(edition.id, view.guide, ['dates', 'texts'], lang)}${frozen && alert({ tone: 'info', body: paragraph(t.frozen) })}
${section({ title: texts(lang).preview.part, id: 'forhandsvis', body: html`${paragraph(texts(lang).preview.partLead)}${previewLinks(edition.id, lang)}` })}
${mayAdjust && part('datoer', t.setup.datesTitle, datesForm(view, lang))}
${mayAdjust && part('paminnelser', texts(lang).deadlines.reminders.title, remindersForm(view, lang))}
${mayAdjust && part('kontakt', t.setup.contactTitle, contactForm(view, lang))}
${part('tekster', t.setup.textsTitle, html`${(['nb', 'nn', 'en'] as const).map((each) => (mayConfigure ? textsForm(view, each, lang) : textsShown(edition, each, lang)))}`)}
${part('rammer', t.setup.numbersTitle, mayConfigure ? limitsForm(view, lang) : limitsShown(view, lang))}
${edition.scoring && part('rangering', texts(lang).ranking.title, mayConfigure ? rankingForm(view, lang) : rankingShown(view, lang))}
${part('bekreftelser', texts(lang).confirmations.setup.title, mayConfigure ? confirmationsForm(view, lang) : confirmationsShown(view, lang))}
${part('habilitet', texts(lang).conflicts.setup.title, mayConfigure ? recusalForm({ action: action(view, 'habilitet'), version: edition.version, values: view.values, errors: view.errors }, lang) : recusalShown(view.values, lang))}
${part('tilbakemelding', texts(lang).feedback.setup.title, mayConfigure ? feedbackForm({ action: action(view, 'tilbakemelding'), version: edition.version, values: view.values, errors: view.errors }, lang) : feedbackShown(view.values, lang))}
${part('avstemninger', texts(lang).motions.setup.title, mayConfigure ? votingForm({ action: action(view, 'avstemninger'), version: edition.version, values: view.values, errors: view.errors }, lang) : votingShown(view.values, lang))}
${part('eksempel', texts(lang).calibration.title, html`${paragraph(texts(lang).calibration.setup.lead)}${paragraph(link(`${editionHref(edition.id)}/eksempel`, texts(lang).calibration.setup.open))}`)}
${mayConfigure && edition.scoring && part('skala', t.setup.scaleTitle, scaleForm(view, lang))}`,
  };
}

export const action = ({ edition }: Pick<Setup, 'edition'>, part: string): string =>
  `${editionHref(edition.id, 'setup')}/${part}`;

function labels(levels: readonly string[], lang: Lang): Record<string, string> {
  const { setup } = texts(lang).secretariat;
  const { rule, tieRule, lotSource, beacon } = texts(lang).ranking;
  return Object.fromEntries([
    ...[...dateNames, ...numberNames, ...scaleNames, 'helpEmail' as const].flatMap((name) => [
      [name, setup[name]],
      [`${name}Time`, setup[name]],
    ]),
    ['rankRule', rule],
    ['tieRule', tieRule],
    ['lotSource', lotSource],
    ['beacon', beacon.title],
    ...levels.flatMap((level) =>
      LANGS.map((each) => [
        `${level}-${each}`,
        `${level === 'none' ? setup.levelNone : setup.level(level)} (${setup.languages[each]})`,
      ]),
    ),
  ]);
}

function datesForm(view: Setup, lang: Lang): Html {
  const { setup: t } = texts(lang).secretariat;
  const errors = errorsByField(view.errors);
  const fields = dateNames.map((name) =>
    dateTimeField({
      name,
      legend: t[name],
      ...(name === 'announcesAt' ? { hint: t.announcesAtHint, optional: texts(lang).common.optional } : {}),
      labels: { date: t.date, time: t.time },
      date: view.values[name] ?? '',
      time: view.values[`${name}Time`] ?? '',
      errors,
    }),
  );
  const place = textField({
    name: 'ceremonyPlace',
    label: t.ceremonyPlace,
    value: view.values['ceremonyPlace'] ?? '',
    optional: texts(lang).common.optional,
    error: errors['ceremonyPlace'],
  });
  return html`${paragraph(t.datesHint, 'muted')}${form({ action: action(view, 'datoer'), version: view.edition.version, shows: CALENDAR, body: html`${fields}${place}${calendarPart(view, lang)}${actions(button({ label: t.saveDates }), showButton(texts(lang).readiness.cautions.show))}` })}`;
}

/** Nothing of it stops anybody; what is out of order is said here too, for one looks at it before saving. */
function calendarPart({ calendar, errors }: Setup, lang: Lang): Html {
  const { cautions: t } = texts(lang).readiness;
  const { dates, cautions, looked } = calendar;
  const refused =
    looked &&
    errors.length > 0 &&
    alert({ tone: 'danger', title: t.refused, level: 3, body: list(errors.map(({ message }) => message)) });
  const said = cautionsBox(cautions, dates, lang);
  return shownPart(
    CALENDAR,
    html`${refused}${said || (looked && errors.length === 0 && alert({ tone: 'success', body: paragraph(t.none) }))}`,
  );
}

function contactForm(view: Setup, lang: Lang): Html {
  const { setup: t } = texts(lang).secretariat;
  const field = (name: 'helpName' | 'helpEmail' | 'helpPhone', type: 'text' | 'email' | 'tel') =>
    textField({
      name,
      label: t[name],
      type,
      value: view.values[name] ?? '',
      optional: texts(lang).common.optional,
      width: 'medium',
    });
  return form({
    action: action(view, 'kontakt'),
    version: view.edition.version,
    body: html`${field('helpName', 'text')}${field('helpEmail', 'email')}${field('helpPhone', 'tel')}${button({ label: t.saveContact })}`,
  });
}

function limitsForm(view: Setup, lang: Lang): Html {
  const { setup: t } = texts(lang).secretariat;
  const errors = errorsByField(view.errors);
  const number = (name: (typeof numberNames)[number] | (typeof scaleNames)[number]) =>
    textField({
      name,
      label: t[name],
      value: view.values[name] ?? '',
      inputmode: 'numeric',
      width: 'short',
      error: errors[name],
    });
  return form({
    action: action(view, 'rammer'),
    version: view.edition.version,
    body: html`${numberNames.map(number)}${checkbox({ name: 'scoring', label: t.scoring, hint: t.scoringHint, checked: Boolean(view.values['scoring']) })}${scaleNames.map(number)}${button({ label: t.saveNumbers })}`,
  });
}

function limitsShown({ edition, values }: Setup, lang: Lang): Html {
  const {
    secretariat: { setup: t },
    common,
  } = texts(lang);
  const numbers = numberNames.map((name) => [t[name], values[name] ?? ''] as const);
  const scale = edition.scoring ? scaleNames.map((name) => [t[name], values[name] ?? ''] as const) : [];
  return descriptionList([...numbers, [t.scoring, edition.scoring ? common.yes : common.no], ...scale]);
}

function scaleForm(view: Setup, lang: Lang): Html {
  const { setup: t } = texts(lang).secretariat;
  return html`${paragraph(t.scaleLead)}${form({ action: action(view, 'skala'), version: view.edition.version, body: html`${scaleFieldsets(view.levels, view.values, lang, errorsByField(view.errors))}${actions(button({ label: t.saveScale }))}` })}`;
}
