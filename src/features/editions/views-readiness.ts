/** What the secretariat is told before a phase begins: texts that lack a language, each with its place, and what the calendar says. */
import { alert, link, list, paragraph } from '../../ui/components/index.ts';
import { fieldId } from '../../ui/components/fields.ts';
import { editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import { previewLinks } from '../../ui/preview.ts';
import { formatDeadline, formatWeekday } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { deadlines, type Caution, type EditionDates, type Gap } from './schema-readiness.ts';

/** One sentence on a date. */
export function cautionText(caution: Caution, dates: EditionDates, lang: Lang): string {
  const { cautions: t } = texts(lang).readiness;
  const what = texts(lang).secretariat.setup[caution.field];
  if (caution.kind === 'short')
    return t.short[caution.field as keyof typeof t.short](caution.days, caution.atLeast);
  if (caution.kind === 'acrossAutumn' || caution.kind === 'acrossSummer')
    return t[caution.kind][caution.field as keyof typeof t.acrossAutumn];
  const at = dates[caution.field];
  if (!at) return '';
  const when = deadlines.includes(caution.field) ? formatDeadline(at, lang) : formatWeekday(at, lang);
  return caution.kind === 'holiday'
    ? t.holiday(what, when, t.holidays[caution.holiday])
    : t[caution.kind](what, when);
}

/** What the calendar says of the dates, each leading to its field. Nothing where it says nothing. */
export function cautionsBox(
  found: readonly Caution[],
  dates: EditionDates,
  lang: Lang,
  page = '',
): Html | false {
  const { cautions: t } = texts(lang).readiness;
  const items = found.map((one) => link(`${page}#${fieldId(one.field)}`, cautionText(one, dates, lang)));
  return (
    items.length > 0 &&
    alert({ tone: 'warning', title: t.title, level: 3, body: html`${paragraph(t.lead)}${list(items)}` })
  );
}

/** Every text that lacks a language, leading to where it is written. */
export function gapsList(editionId: string, gaps: readonly Gap[], lang: Lang): Html {
  const { gaps: t } = texts(lang).readiness;
  const { setup } = texts(lang).secretariat;
  const criteria = editionHref(editionId, 'criteria');
  const places: Record<Gap['part'], (gap: Gap) => { href: string; name: string }> = {
    texts: ({ id, lang: in_ }) => ({
      href: `${editionHref(editionId, 'setup')}#${fieldId(`${id}-${in_}`)}`,
      name: setup.texts[id as keyof typeof setup.texts],
    }),
    scale: ({ id, lang: in_ }) => ({
      href: `${editionHref(editionId, 'setup')}#${fieldId(`${id}-${in_}`)}`,
      name: id,
    }),
    criteria: ({ id, name }) => ({ href: `${criteria}/kriterium/${id}`, name }),
    questions: ({ id, name }) => ({ href: `${criteria}/sporsmal/${id}`, name }),
  };
  const items = gaps.map((gap) => {
    const { href, name } = places[gap.part](gap);
    return link(href, t.item(t.parts[gap.part], name, setup.languages[gap.lang]));
  });
  const [first] = gaps;
  return html`${list(items)}${first && html`${paragraph(texts(lang).preview.ofGaps)}${previewLinks(editionId, lang, first.lang)}`}`;
}
