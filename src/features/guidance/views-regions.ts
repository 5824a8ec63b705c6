/** The regions, for those who look after them. */
import {
  actions,
  alert,
  button,
  buttonLink,
  card,
  checkboxGroup,
  errorsByField,
  errorSummary,
  fieldset,
  form,
  grid,
  link,
  pageHead,
  paragraph,
  stack,
  statusMessage,
  tag,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { formatList } from '../../ui/text/format.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { Region } from './schema.ts';

export type County = readonly [number: string, name: string];
const crumbs = (lang: Lang) => [
  { label: texts(lang).common.myPage, href: '/min-side' },
  { label: texts(lang).guidance.regions.title, href: '/sekretariat/regioner' },
];
/** As it came with the service: a guess, until somebody has saved it. */
const isUnseen = ({ version }: Region): boolean => version === 0;
const nameOf = ({ name }: Region, lang: Lang): string => name[lang] ?? name['nb'] ?? '';

export function regionsPage(
  { regions, counties, saved }: { regions: readonly Region[]; counties: readonly County[]; saved: boolean },
  lang: Lang,
): Page {
  const own = texts(lang).guidance.regions;
  const [mine] = crumbs(lang);
  const names = new Map(counties);
  return {
    title: own.title,
    wide: true,
    breadcrumbs: [mine!, { label: own.title }],
    main: stack(
      saved && statusMessage(own.saved),
      pageHead({ title: own.title, lead: own.lead }),
      regions.some(isUnseen) &&
        alert({
          tone: 'warning',
          title: own.unseenTitle,
          body: paragraph(own.unseen),
        }),
      grid(
        regions.map((region) => regionCard(region, names, lang)),
        'large',
      ),
    ),
  };
}

function regionCard(region: Region, names: ReadonlyMap<string, string>, lang: Lang): Html {
  const own = texts(lang).guidance.regions;
  const { adviser, counties } = region;
  return card({
    title: nameOf(region, lang),
    href: `/sekretariat/regioner/${region.id}`,
    body: html`${isUnseen(region) && html`<p>${tag(own.unseenTag, 'warning')}</p>`}${paragraph(
      formatList(
        counties.map((county) => names.get(county) ?? county),
        lang,
      ),
      'small',
    )}${
      adviser
        ? paragraph(html`${adviser.name}<br>${adviser.email}${adviser.phone && html`<br>${adviser.phone}`}`)
        : paragraph(own.noAdviser, 'muted')
    }`,
  });
}

export interface RegionView {
  region: Region;
  counties: readonly County[];
  /** What stands in the fields. */
  input: Readonly<Record<string, string>>;
  chosen: readonly string[];
  errors: readonly FormError[];
}

export function regionPage({ region, counties, input, chosen, errors }: RegionView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.guidance.regions;
  const found = errorsByField(errors);
  const field = (name: string, label: string, more: object = {}) =>
    textField({ name, label, value: input[name] ?? '', error: found[name], width: 'medium', ...more });
  const title = nameOf(region, lang);
  const optional = { optional: t.common.optional };
  return {
    title,
    failed: errors.length > 0,
    breadcrumbs: [...crumbs(lang), { label: title }],
    main: stack(
      errorSummary(errors, t),
      pageHead({ title, over: own.title }),
      form({
        action: `/sekretariat/regioner/${region.id}`,
        version: region.version,
        body: html`${field('nameNb', own.nameNb)}${field('nameNn', own.nameNn)}${fieldset({
          legend: own.adviser,
          id: 'veileder',
          hint: own.adviserHint,
          body: html`${field('adviserName', own.adviserName, optional)}${field('adviserEmail', own.adviserEmail, { ...optional, type: 'email', inputmode: 'email', hint: own.adviserEmailHint })}${field('adviserPhone', own.adviserPhone, { ...optional, type: 'tel' })}`,
        })}${checkboxGroup({
          name: 'counties',
          legend: own.counties,
          hint: own.countiesHint,
          values: chosen,
          options: counties.map(([value, label]) => ({ value, label })),
          error: found['counties'],
        })}${actions(
          button({ label: t.common.save }),
          buttonLink({ href: '/sekretariat/regioner', label: t.common.cancel, kind: 'tertiary' }),
        )}`,
      }),
      html`<p>${link('/sekretariat/regioner', own.title)}</p>`,
    ),
  };
}
