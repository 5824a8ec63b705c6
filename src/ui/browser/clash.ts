/** Another has written in the same field: their text beside one's own, and what is to stand. Nothing is taken from the keyboard. */
import { answerInWords, joinAnswers, readAnswer, writeAnswer } from './answers.ts';
import { takeOver, type Entry, type Settings, type Theirs } from './entries.ts';
import { timeOf } from './save-state.ts';

/** Shows the conflict, or the newer text of one that is shown. `settled` is called when a choice is made. */
export function showClash(entry: Entry, theirs: Theirs, settings: Settings, settled: () => void): void {
  const { box } = entry.answer;
  const first = entry.clash === null;
  entry.clash = theirs;
  const card = box.querySelector<HTMLElement>('[data-clash-card]') ?? newCard();
  if (!card) return;
  fill(card, entry, theirs, settings);
  if (!first) return;
  card.addEventListener('click', (event) => {
    const choice = (event.target as HTMLElement).dataset['choose'];
    if (choice === undefined || !entry.clash) return;
    settle(entry, choice);
    card.remove();
    delete box.dataset['clash'];
    entry.answer.control.focus();
    settled();
  });
  box.dataset['clash'] = '';
  box.append(card);
}

function newCard(): HTMLElement | undefined {
  const template = document.querySelector<HTMLTemplateElement>('template[data-clash]');
  const card = template?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
  card?.setAttribute('data-clash-card', '');
  return card;
}

function fill(card: HTMLElement, { answer }: Entry, theirs: Theirs, { lang, words }: Settings): void {
  const name = theirs.updatedBy ?? '';
  const title = card.querySelector<HTMLElement>('[data-title]');
  const text = card.querySelector<HTMLElement>('[data-text]');
  const when = theirs.updatedAt ? ` (${timeOf(theirs.updatedAt, lang)})` : '';
  const said = (name ? words['clashTitle'] : words['clashStored']) ?? '';
  if (title) title.textContent = said.replace('{name}', name) + when;
  if (text) text.textContent = answerInWords(answer, theirs.value) || (words['empty'] ?? '');
  const label = title?.textContent ?? '';
  card.setAttribute('aria-label', `${answer.box.dataset['label'] ?? ''}: ${label}`);
  const theirsButton = card.querySelector<HTMLElement>('[data-choose="theirs"]');
  const own = name ? words['keepTheirs'] : words['keepStored'];
  if (theirsButton) theirsButton.textContent = (own ?? '').replace('{name}', name);
}

function settle(entry: Entry, choice: string): void {
  const theirs = entry.clash as Theirs;
  const mine = readAnswer(entry.answer);
  takeOver(entry, theirs);
  entry.clash = null;
  if (choice === 'mine') writeAnswer(entry.answer, mine);
  if (choice === 'both') writeAnswer(entry.answer, joinAnswers(entry.answer, theirs.value, mine));
}
