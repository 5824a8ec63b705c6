/** The part of the setup that says what happens when somebody in the jury has a conflict of interest. */
import {
  button,
  checkbox,
  descriptionList,
  errorsByField,
  form,
  paragraph,
  select,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { grounds, reaches, type Reach } from '../jury/schema.ts';

interface RecusalView {
  action: string;
  version: number;
  values: Readonly<Record<string, string>>;
  errors: readonly FormError[];
}

export function recusalForm({ action, version, values, errors }: RecusalView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.conflicts.setup;
  const wrong = errorsByField(errors);
  const options = reaches.map((value) => ({ value, label: t.conflicts.reaches[value] }));
  const number = (name: 'quorum' | 'objectionDays', more: object) =>
    textField({
      name,
      label: own[name],
      value: values[name] ?? '',
      inputmode: 'numeric',
      width: 'short',
      error: wrong[name],
      ...more,
    });
  return html`${paragraph(own.lead)}${form({
    action,
    version,
    body: html`${grounds.map((ground) =>
      select({
        name: `reach-${ground}`,
        label: t.jury.declaration.grounds[ground],
        value: values[`reach-${ground}`] ?? '',
        error: wrong[`reach-${ground}`],
        options,
      }),
    )}${number('quorum', { hint: own.quorumHint, optional: t.common.optional })}${number('objectionDays', { hint: own.objectionDaysHint })}${checkbox({ name: 'publishRecusals', label: own.publishRecusals, hint: own.publishRecusalsHint, checked: values['publishRecusals'] === 'yes' })}${button({ label: own.save })}`,
  })}`;
}

/** The same, frozen. */
export function recusalShown(values: Readonly<Record<string, string>>, lang: Lang): Html {
  const t = texts(lang);
  const own = t.conflicts.setup;
  return html`${paragraph(own.lead)}${descriptionList([
    ...grounds.map(
      (ground) =>
        [
          t.jury.declaration.grounds[ground],
          t.conflicts.reaches[(values[`reach-${ground}`] ?? 'choices') as Reach],
        ] as const,
    ),
    [own.quorum, values['quorum'] || own.quorumHint],
    [own.objectionDays, values['objectionDays']],
    [own.publishRecusals, values['publishRecusals'] === 'yes' ? t.common.yes : t.common.no],
  ])}`;
}
