/** The part of the setup that says who confirms an application, and until when. */
import {
  button,
  checkbox,
  descriptionList,
  errorsByField,
  form,
  radioGroup,
  textField,
} from '../../ui/components/index.ts';
import { html, type Html } from '../../ui/html.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { action, type Setup } from './views-setup.ts';

export function confirmationsForm(view: Setup, lang: Lang): Html {
  const { setup: own } = texts(lang).confirmations;
  const { values } = view;
  const found = errorsByField(view.errors);
  return form({
    action: action(view, 'bekreftelser'),
    version: view.edition.version,
    body: html`${radioGroup({
      name: 'leaderApproval',
      legend: own.leaderApproval,
      value: values['leaderApproval'] ?? 'tick',
      error: found['leaderApproval'],
      options: [
        { value: 'tick', label: own.tick },
        { value: 'link', label: own.link },
      ],
    })}${checkbox({ name: 'partnerConfirmation', label: own.partners, checked: Boolean(values['partnerConfirmation']) })}${textField({ name: 'confirmationDays', label: own.days, value: values['confirmationDays'] ?? '', inputmode: 'numeric', width: 'short', error: found['confirmationDays'] })}${button({ label: own.save })}`,
  });
}

export function confirmationsShown({ values }: Setup, lang: Lang): Html {
  const t = texts(lang);
  const { setup: own } = t.confirmations;
  return descriptionList([
    [own.leaderApproval, values['leaderApproval'] === 'link' ? own.link : own.tick],
    [own.partners, values['partnerConfirmation'] ? t.common.yes : t.common.no],
    [own.days, values['confirmationDays'] ?? ''],
  ]);
}
