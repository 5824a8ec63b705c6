/** What mailings begin as that a page leads to: whom they go to, what they are about, and words that may be changed. */
import { texts, type Lang, type Texts } from '../../ui/text/index.ts';
import { concerned, type BatchInput } from './schema.ts';

type Beginning = (lang: Lang) => BatchInput;

const begin =
  (
    what: Pick<BatchInput, 'recipients' | 'about'>,
    letterOf: (t: Texts) => { title: string; subject: string; body: string },
  ): Beginning =>
  (lang) => {
    const words = (form: 'nb' | 'nn') => {
      const { subject, body } = letterOf(texts(form));
      return { subject, body };
    };
    return { title: letterOf(texts(lang)).title, ...what, texts: { nb: words('nb'), nn: words('nn') } };
  };

/** To those who were told of a result that was taken down, once the right one is out. */
const toldAnew = (about: 'nomination' | 'winner'): Beginning =>
  begin(
    { recipients: { audience: 'applications', states: concerned[about] }, about },
    (t) => t.letterBatches.anew[about],
  );

/** By what the address says. */
export const beginnings: Readonly<Record<string, Beginning>> = {
  // That there is something to read, not what.
  nominerte: begin(
    { recipients: { audience: 'nominated' }, about: 'confidence' },
    (t) => t.letterBatches.confidential,
  ),
  'ikke-nominerte': begin(
    { recipients: { audience: 'notNominated' }, about: 'nomination' },
    (t) => t.letterBatches.others,
  ),
  liste: begin({ recipients: { audience: 'list' }, about: null }, (t) => t.callList.letter),
  'rettet-nominerte': toldAnew('nomination'),
  'rettet-vinner': toldAnew('winner'),
};
