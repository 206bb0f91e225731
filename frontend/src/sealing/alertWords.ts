import type { OperatorAlert } from '../api/types';
import { list, moment, word } from '../app/words';

interface Words {
  what: string;
  todo: string;
  /** What the details are; without it they are ids that say nothing to a reader. */
  details?: [name: string, told: (details: string[]) => string];
  /** What the subject is. */
  about: string;
  /** Where it can be looked after. */
  at?: [name: string, href: string];
}

const DESK: Words['at'] = ['Takedown desk', '/referee.html'];
const RENDER: Words['details'] = ['Render', (ids) => ids.join(' ')];
const END: Words['details'] = ['Ends', ([end]) => (end ? moment(end) : 'unknown')];

export const ALERTS: Record<OperatorAlert['kind'], Words> = {
  'self-verification-failed': {
    what: 'A finished video did not bear what it must',
    todo: 'It was destroyed and nothing was delivered. If it happens again, read the workers’ log.',
    about: 'Render',
    details: ['Not found in it', (codes) => list(codes.map(word), 'unknown')],
  },
  'time-stamp-missing': {
    what: 'The time stamping authority gave no time stamp',
    todo: 'Nothing is delivered until it does. Check its address, the login there, and that the workers can reach it. Renders that failed have to be asked for again.',
    about: 'Cause',
    details: RENDER,
  },
  'disk-full': {
    what: 'There was no room on the disk',
    todo: 'Make room where the studio’s home lies. Renders that failed have to be asked for again.',
    about: 'Cause',
    details: RENDER,
  },
  'sealing-failed': {
    what: 'A video could not be sealed, and nobody foresaw why',
    todo: 'The workers’ log has more about this render.',
    about: 'Cause',
    details: RENDER,
  },
  'certificate-ending': {
    what: 'A certificate that videos are signed with ends soon',
    todo: 'Get a new one and configure it before that day. Nothing is delivered after it.',
    about: 'SHA-256 of the certificate',
    details: END,
  },
  'certificate-over': {
    what: 'A certificate that videos are signed with has ended',
    todo: 'Nothing is delivered until you configure a new one.',
    about: 'SHA-256 of the certificate',
    details: END,
  },
  'takedown-due-soon': {
    what: 'A claim that something must go has to be decided within 12 hours',
    todo: 'Read it and decide.',
    about: 'Case',
    at: DESK,
  },
  'takedown-held-by-clock': {
    what: 'Nobody decided on a claim in 48 hours: what it is about is not shown any more',
    todo: 'Read it and decide. It stays so until then.',
    about: 'Case',
    at: DESK,
  },
  'takedown-overdue': {
    what: 'Nobody decided on a claim in 48 hours, and nothing could be held',
    todo: 'Read it and decide now.',
    about: 'Case',
    at: DESK,
  },
};
