/** Setting up the made-up application that the jury scores first. */
import {
  alert,
  button,
  checkbox,
  details,
  errorsByField,
  errorSummary,
  fieldset,
  form,
  heading,
  link,
  pageHead,
  paragraph,
  prose,
  stack,
  statusMessage,
  tag,
  textArea,
  textField,
  type FormError,
} from '../../ui/components/index.ts';
import { editionCrumbs, editionHref } from '../../ui/edition-nav.ts';
import { html, type Html } from '../../ui/html.ts';
import type { Page } from '../../ui/layout.ts';
import { texts, type Lang } from '../../ui/text/index.ts';
import { calibrationLangs, TEXT_LENGTH, TITLE_LENGTH } from './schema-calibration.ts';

export interface CalibrationSetupView {
  edition: { id: string; year: number };
  version: number;
  active: boolean;
  /** Nobody has written anything yet: the text is offered. */
  isStandard: boolean;
  /** The jury does not judge yet. */
  isOpen: boolean;
  value: (part: 'title' | 'body', lang: 'nb' | 'nn') => string;
  saved: boolean;
  errors: readonly FormError[];
}

export function calibrationSetupPage(view: CalibrationSetupView, lang: Lang): Page {
  const t = texts(lang);
  const own = t.calibration.setup;
  const { languages } = t.secretariat.setup;
  const { edition, errors } = view;
  const labels = Object.fromEntries(
    calibrationLangs.flatMap((each) => [
      [`title-${each}`, `${own.name} (${languages[each]})`],
      [`body-${each}`, `${own.body} (${languages[each]})`],
    ]),
  );
  return {
    title: `${own.title}, ${t.secretariat.edition(edition.year)}`,
    failed: errors.length > 0,
    breadcrumbs: editionCrumbs(edition, own.title, lang),
    main: stack(
      errorSummary(errors, t, labels),
      view.saved && statusMessage(t.common.saved),
      pageHead({
        title: own.title,
        lead: own.lead,
        over: tag(view.active ? own.on : own.off, view.active ? 'success' : 'neutral'),
      }),
      paragraph(own.counts),
      view.isOpen ? setupForm(view, lang) : fixed(view, lang),
      paragraph(link(editionHref(edition.id, 'setup'), t.secretariat.setup.title)),
    ),
  };
}

function setupForm(view: CalibrationSetupView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.calibration.setup;
  const wrong = errorsByField(view.errors);
  const part = (each: 'nb' | 'nn') =>
    fieldset({
      legend: t.secretariat.setup.textsIn(t.secretariat.setup.languages[each]),
      body: html`${textField({
        name: `title-${each}`,
        label: own.name,
        value: view.value('title', each),
        error: wrong[`title-${each}`],
        maxlength: TITLE_LENGTH,
      })}${textArea({
        name: `body-${each}`,
        label: own.body,
        value: view.value('body', each),
        error: wrong[`body-${each}`],
        rows: 14,
        maxlength: TEXT_LENGTH,
        lang: each,
      })}`,
    });
  return html`${view.isStandard && alert({ tone: 'info', body: paragraph(own.standard) })}${form({
    action: `${editionHref(view.edition.id)}/eksempel`,
    version: view.version,
    body: html`${checkbox({ name: 'active', label: own.active, hint: own.activeHint, checked: view.active })}${calibrationLangs.map(part)}${button({ label: own.save })}`,
  })}`;
}

/** The jury judges, or has judged. */
function fixed(view: CalibrationSetupView, lang: Lang): Html {
  const t = texts(lang);
  const own = t.calibration.setup;
  const shown = calibrationLangs.map((each) =>
    details({
      summary: t.secretariat.setup.textsIn(t.secretariat.setup.languages[each]),
      body: html`${heading(2, html`<span lang="${each}">${view.value('title', each)}</span>`, { size: '2xs' })}${prose(view.value('body', each), each)}`,
    }),
  );
  return html`${alert({ tone: 'info', body: paragraph(own.fixed) })}${view.active && shown}`;
}
