/** The moment at which a batch goes by itself: set, moved, taken back. */
import {
  actionForm,
  button,
  dateTimeField,
  details,
  errorsByField,
  form,
  hidden,
  paragraph,
  type FormError,
} from '../../ui/components/index.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { instant, osloFields } from '../../platform/clock.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import type { WholeBatch } from './schema.ts';

interface Scheduling {
  batch: WholeBatch;
  errors: readonly FormError[];
  input: (name: string) => string;
}

/** Nothing for whoever can neither send nor stop it. `here`: the address of the batch. */
export function moment({ batch, errors, input }: Scheduling, here: string, lang: Lang): Html {
  const t = texts(lang);
  const own = t.letterBatches;
  const { sendAt, version } = batch;
  const stop = sendAt && actionForm({ action: `${here}/stopp`, label: own.stop, version, ask: own.stopAsk });
  if (!batch.maySend) return html`${stop || nothing}`;
  const set = sendAt ? osloFields(instant(sendAt)) : { date: '', time: '' };
  const wrong = errorsByField(errors);
  return html`${stop || nothing}${details({
    summary: sendAt ? own.move : own.later,
    open: Boolean(wrong['sendAt'] ?? wrong['sendAtTime']),
    body: form({
      action: `${here}/planlegg`,
      version,
      body: html`${paragraph(own.laterLead)}${hidden('seen', batch.recipientsHash)}${dateTimeField({
        name: 'sendAt',
        legend: own.moment,
        labels: { date: t.common.date, time: t.common.time },
        date: input('sendAt') || set.date,
        time: input('sendAtTime') || set.time,
        errors: wrong,
      })}${button({ label: own.schedule, kind: 'secondary' })}`,
    }),
  })}`;
}
