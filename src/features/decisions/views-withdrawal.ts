/** Registering a withdrawal: what happens, and why. */
import {
  alert,
  confirmForm,
  errorSummary,
  errorsByField,
  list,
  paragraph,
  stack,
  textArea,
  type FormError,
} from '../../ui/components/index.ts';
import { applicationCrumbs } from '../../ui/edition-nav.ts';
import { html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { NominationRow } from '../nominations/schema.ts';

export interface WithdrawalView {
  row: Pick<NominationRow, 'id' | 'edition_id' | 'organisation_name' | 'version' | 'state'>;
  year: number;
  reason: string;
  errors: readonly FormError[];
}

export function withdrawalPage({ row, year, reason, errors }: WithdrawalView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.withdrawal;
  const back = `/sekretariat/soknad/${row.id}`;
  return {
    title: `${own.title}: ${row.organisation_name}`,
    failed: errors.length > 0,
    breadcrumbs: applicationCrumbs({ id: row.edition_id, year }, row, own.title, lang),
    main: stack(
      errorSummary(errors, t),
      confirmForm({
        action: `${back}/trukket`,
        title: own.question(row.organisation_name),
        body: html`${paragraph(own.lead)}${list(row.state === 'finalist' ? [own.notPublic, own.reopens, own.final] : [own.final])}${alert({ tone: 'warning', body: paragraph(own.tell) })}`,
        fields: textArea({
          name: 'reason',
          label: own.reason,
          hint: own.reasonHint,
          rows: 4,
          value: reason,
          error: errorsByField(errors)['reason'],
        }),
        confirm: own.confirm,
        cancel: t.common.cancel,
        cancelHref: back,
        kind: 'danger',
        version: row.version,
      }),
    ),
  };
}
