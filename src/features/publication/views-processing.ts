/** The record of the processing (GDPR article 30): made from the schedule that the service erases by. */
import {
  descriptionList,
  link,
  list,
  pageHead,
  paragraph,
  section,
  table,
} from '../../ui/components/index.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { publicHref } from '../../ui/links.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { keepText } from '../retention/schema-words.ts';
import type { RetentionRule } from '../retention/schema.ts';

export function processingPage(rules: readonly RetentionRule[], lang: Lang): Page {
  const { retention: t, publicSite } = texts(lang);
  const { record: r } = t;
  return {
    title: r.title,
    description: r.lead,
    main: html`${pageHead({ title: r.title, lead: r.lead })}
${descriptionList(r.facts.map(({ term, value }) => [term, value]))}
${section({
  title: t.scheduleTitle,
  id: 'plan',
  body: html`${paragraph(r.scheduleLead)}${table({
    caption: `${r.title}: ${t.scheduleTitle}`,
    hideCaption: true,
    rows: rules,
    columns: [
      { header: t.what, names: true, cell: ({ name }) => t.rules[name].title },
      { header: r.data, cell: ({ name }) => t.rules[name].data },
      { header: t.keep, cell: (rule) => keepText(rule, lang) },
      { header: r.then, cell: ({ name }) => t.rules[name].then },
    ],
  })}`,
})}
${section({ title: r.staysTitle, body: html`${paragraph(r.staysLead)}${list(r.stays)}` })}
${section({ title: r.howTitle, body: r.how.map((text) => paragraph(text)) })}
${paragraph(link(publicHref(lang, '/personvern'), publicSite.privacy.title))}${paragraph(link('/api/v1/public/processing-record', r.machine))}`,
  };
}
