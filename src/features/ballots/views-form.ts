/** The ballot's form: saves by itself where scripts run, and with its buttons everywhere. */
import { autosaveSettings } from '../../ui/autosave.ts';
import {
  actions,
  alert,
  button,
  card,
  clashTemplate,
  completeness,
  errorsByField,
  form,
  liveNote,
  paragraph,
  prose,
  question,
  radioGroup,
  saveLine,
  textArea,
} from '../../ui/components/index.ts';
import { attrs, html, type Html } from '../../ui/html.ts';
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { ASSESSMENT_LENGTH, NOTE_LENGTH, type SheetLine } from './schema.ts';
import { gapOf, needsOf } from './schema-gaps.ts';
import { givenValue, promptList } from './views-given.ts';
import type { BallotView } from './views.ts';
import { criterionIn, criterionNote, levels } from './words.ts';

/** What is given on the criteria, on a ballot or on what the jury scores before them. */
export type SheetForm = Pick<BallotView, 'sheet' | 'scale' | 'errors' | 'input' | 'clashes' | 'version'>;

export const ballotForm = (view: BallotView, path: string, t: Texts, lang: Lang): Html =>
  sheetForm(view, { path, autosave: sheetSaving(view, { place: 'scores', here: path }, lang) }, t, lang);

export function sheetForm(
  view: SheetForm,
  { path, autosave }: { path: string; autosave: object | undefined },
  t: Texts,
  lang: Lang,
): Html {
  const { page } = t.ballots;
  return form({
    action: path,
    version: view.version,
    autosave,
    body: html`${liveNote('restored')}${whole(view, t)}${view.sheet.map((line) => criterionCard(line, view, t, lang))}${saveLine()}${actions(
      button({ label: page.save, kind: 'secondary', name: 'then', value: 'save' }),
      button({ label: page.saveAndDeliver, name: 'then', value: 'deliver' }),
    )}`,
  });
}

/** How much of it is whole: what delivering asks for. */
function whole({ sheet }: Pick<SheetForm, 'sheet'>, t: Texts): Html {
  const asked = sheet.filter((line) => needsOf(line).length > 0);
  return completeness({
    id: 'ferdig',
    label: t.desk.wholeLabel,
    value: asked.filter((line) => gapOf(line) === null).length,
    max: asked.length,
    words: t.desk.whole('{n}', asked.length),
  });
}

/** Not when a conflict is being settled on the page. */
export const sheetSaving = (
  view: Pick<BallotView, 'id' | 'me' | 'shared' | 'clashes' | 'errors'>,
  { place, here }: { place: 'scores' | 'calibration'; here: string },
  lang: Lang,
): object | undefined =>
  view.clashes.size > 0
    ? undefined
    : autosaveSettings({
        lang,
        place,
        id: view.id,
        me: view.me,
        shared: view.shared,
        stored: view.errors.length === 0,
        max: ASSESSMENT_LENGTH,
        here,
        words: { ...savingWords(texts(lang)), on: texts(lang).desk.saving.on },
      });

/** The private note beside it. */
export const noteSaving = (view: BallotView, lang: Lang): object =>
  autosaveSettings({
    lang,
    place: 'note',
    id: view.nominationId,
    me: view.me,
    shared: view.shared,
    stored: true,
    max: NOTE_LENGTH,
    here: `/jury/soknad/${view.nominationId}`,
    words: { ...savingWords(texts(lang)), on: texts(lang).desk.saving.noteOn },
  });

const savingWords = ({ desk: { saving } }: Texts) => ({
  closed: saving.closed('{reason}'),
  gone: saving.gone,
  clash: saving.clash,
});

/** What another window has saved, and what is to stand. */
export const ownClash = (t: Texts): Html =>
  clashTemplate({
    note: t.desk.saving.choose,
    buttons: [
      { value: 'mine', label: t.desk.saving.keepMine },
      { value: 'theirs', label: t.writing.clash.keepStored },
      { value: 'both', label: t.writing.clash.join },
    ],
  });

/** One criterion to give on: its words, what is asked, and the text. */
export function criterionCard(line: SheetLine, view: SheetForm, t: Texts, lang: Lang): Html {
  const { name, description, prompts, lang: written } = criterionIn(line.texts, lang);
  const id = line.criterionId;
  const errors = errorsByField(view.errors);
  const clash =
    view.clashes.has(id) &&
    alert({
      tone: 'warning',
      body: html`${paragraph(t.ballots.page.clash)}${paragraph(t.ballots.page.storedNow)}${givenValue(line, view.scale, t, lang)}${prose(line.assessment)}`,
    });
  const body = html`${paragraph(html`<span lang="${written}">${description}</span>`, 'muted')}${promptList(prompts, written)}${clash}${line.kind === 'must' && must(line, view, name, t)}${line.scored && score(line, view, name, t, lang)}${textArea(
    {
      name: `text-${id}`,
      label: t.ballots.assessment(name),
      hint: t.ballots.assessmentHint,
      rows: 5,
      value: view.input(`text-${id}`) ?? line.assessment,
      error: errors[`text-${id}`],
      ...(line.kind === 'extra' && !line.scored ? { optional: t.common.optional } : {}),
    },
  )}`;
  const box = question({
    id,
    kind: 'criterion',
    label: name,
    version: { name: `version-${id}`, value: line.version },
    body,
  });
  return html`<div${attrs({ id: `kriterium-${id}`, 'data-needs': needsOf(line).join(' ') || null })}>${card({ level: 3, title: html`<span lang="${written}">${name}</span>`, over: criterionNote(line, t), body: box })}</div>`;
}

function must(line: SheetLine, view: SheetForm, name: string, t: Texts): Html {
  const field = `met-${line.criterionId}`;
  return radioGroup({
    name: field,
    legend: t.ballots.mustLegend(name),
    value: view.input(field) ?? (line.met === null ? null : line.met ? 'yes' : 'no'),
    error: errorsByField(view.errors)[field],
    inline: true,
    options: [
      { value: 'yes', label: t.common.yes },
      { value: 'no', label: t.common.no },
    ],
  });
}

function score(line: SheetLine, view: SheetForm, name: string, t: Texts, lang: Lang): Html {
  const field = `score-${line.criterionId}`;
  const stored = line.notDescribed ? 'none' : line.score;
  return radioGroup({
    name: field,
    legend: t.ballots.scoreLegend(name),
    value: view.input(field) ?? stored,
    error: errorsByField(view.errors)[field],
    options: levels(view.scale, t, lang),
  });
}
