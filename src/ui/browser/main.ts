/** What makes the pages better where scripts run. Nothing here is needed for anything to work. */
import { focusErrors } from './focus.ts';

focusErrors(document);
