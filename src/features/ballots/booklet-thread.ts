/** Draws booklets in a thread of its own: hundreds of pages take seconds, and others are waiting for their answers. */
import { answerWith } from '../../platform/threads/answer.ts';
import { bookletPdf } from './booklet-pdf.ts';

answerWith(bookletPdf);
