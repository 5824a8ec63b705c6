/** What makes the pages better where scripts run. Nothing here is needed for anything to work. */
import { askFirst } from './ask.ts';
import { plainCode } from './code.ts';
import { focusErrors } from './focus.ts';
import { printButton } from './print.ts';
import { sendOnce } from './once.ts';
import { showUpload } from './upload.ts';
import { countWords } from './words.ts';

/** Once for the page, and again for what an upload put in its place. */
function enhancePage(): void {
  focusErrors(document);
  countWords(document);
  plainCode(document);
  printButton(document);
}

enhancePage();
askFirst(document);
showUpload(document, enhancePage);
// Only where there is something to check: the other pages do without its weight.
if (document.querySelector('[data-check-signed]'))
  void import('./check-signed.ts').then(({ checkSigned }) => checkSigned(document));
sendOnce(document);
