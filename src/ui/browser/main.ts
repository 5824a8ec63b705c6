/** What makes the pages better where scripts run. Nothing here is needed for anything to work. */
import { watchWaiting } from './anew.ts';
import { askFirst } from './ask.ts';
import { plainCode } from './code.ts';
import { chooseRows } from './choosing.ts';
import { countDown } from './countdown.ts';
import { focusErrors } from './focus.ts';
import { forgetAtSignOut } from './kept-text.ts';
import { checkOrganisationNumbers } from './organisation-fields.ts';
import { sendOnce } from './once.ts';
import { desk } from './desk.ts';
import { followProgress } from './redraw.ts';
import { printButton } from './print.ts';
import { followLive } from './live.ts';
import { growTables } from './tables.ts';
import { showUpload } from './upload.ts';
import { sendChosenFiles } from './uploads.ts';
import { countWords } from './words.ts';

/** Once for the page, and again for what an upload put in its place. */
function enhancePage(): void {
  focusErrors(document);
  countWords(document);
  countDown(document);
  plainCode(document);
  sendChosenFiles(document);
  watchWaiting(document);
  printButton(document);
  checkOrganisationNumbers(document);
}

enhancePage();
desk(document);
askFirst(document);
growTables(document);
chooseRows(document);
forgetAtSignOut(document);
showUpload(document, enhancePage);
// Only where there is something to write or to check: the other pages do without their weight.
if (document.querySelector('form[data-autosave]'))
  void import('./autosave.ts').then(({ autosave }) => autosave(document));
if (document.querySelector('form[data-shows]'))
  void import('./shows.ts').then(({ showWhileWriting }) => showWhileWriting(document));
if (document.querySelector('[data-check-signed]'))
  void import('./check-signed.ts').then(({ checkSigned }) => checkSigned(document));
if (document.querySelector('[data-pdf]')) void import('./reader.ts').then(({ readers }) => readers(document));
if (document.querySelector('[data-reading]'))
  void import('./reading.ts').then(({ readingMode }) => readingMode(document));
if (document.querySelector('[data-stage], [data-remote]'))
  void import('./ceremony.ts').then(({ ceremony }) => ceremony(document));
sendOnce(document);
followProgress(document);
followLive(document);
