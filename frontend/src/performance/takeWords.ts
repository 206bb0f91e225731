import type { Recording } from '../api/types';
import { count } from '../app/words';

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium' });

/** How somebody knows a take again: by the second, as several may be sent within a minute. */
export function takeName({ sentAt }: Recording): string {
  return `The take of ${MOMENT.format(new Date(sentAt))}`;
}

export const STATE: Record<Recording['state'], string> = {
  preparing: 'being looked at',
  ready: 'ready',
  refused: 'cannot be used',
  failed: 'not prepared',
};

/** What became of a take, in a sentence. */
export function told(take: Recording): string {
  const why = take.state === 'refused' ? `, for ${count(take.reasons.length, 'reason', 'reasons')}` : '';
  return `${takeName(take)}: ${STATE[take.state]}${why}.`;
}

const LANGUAGES = ['en-US', 'en-GB', 'de', 'fr', 'es', 'it', 'pt-BR', 'ja', 'ar'];

/** Languages to choose from by name; that of whoever reads comes first. */
export function languages(own: string): [string, string][] {
  const names = new Intl.DisplayNames('en-GB', { type: 'language' });
  return [...new Set([own, ...LANGUAGES])].map((tag) => [tag, names.of(tag) ?? tag]);
}
