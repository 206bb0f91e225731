import type { ReleaseDraft, ReleaseTerms } from '../api/types';
import { count, day, language, list, territory, word } from '../app/words';
import { amount } from './money';

export interface Row {
  label: string;
  text: string;
}

const APPROVAL: Record<string, string> = {
  none: 'not needed',
  reviewer: 'by a reviewer of the organisation, who is not the one that asks',
  talent: 'by the person shown, or who signs for them, with the script before them',
};

/** The parties as they stand in a contract or a draft. */
export function partyRows({ studio, talent }: ReleaseDraft): Row[] {
  const signatory = studio?.signatory;
  return rows([
    ['Organisation’s address', studio?.address],
    ['Signs for the organisation', signatory?.name && `${signatory.name}, ${signatory.title ?? ''}`],
    ['Person shown', talent?.name],
    ['Known as', talent?.stageName],
    ['Signs for the person shown', talent?.signatoryName],
  ]);
}

/** All terms in plain words. */
export function termRows(terms: ReleaseTerms): Row[] {
  const { project, period, compensation: pay, representation: speakers, limits, revocation } = terms;
  const each = (codes: ReleaseTerms['purposes'], name: (code: string) => string, none: string) =>
    list(known(codes).map(name), none);
  return rows([
    ['Project', project?.title],
    ['What is made', project?.description],
    ['Part that is played', project?.character],
    ['For', each(terms.purposes, word, 'nothing yet')],
    ['Shown in', each(terms.media, word, 'nothing yet')],
    ['Where', each(terms.territories, territory, 'nowhere yet')],
    ['Languages', each(terms.languages, language, 'none yet')],
    ['From', period?.firstDay && day(period.firstDay)],
    ['To, this day included', period?.lastDay && `${day(period.lastDay)} (${period.zone ?? ''})`],
    ['Never with', each(terms.exclusions, (text) => text, 'nothing is excluded by name')],
    ['Sensitive content', each(terms.sensitive, word, 'none is allowed')],
    ['Training a model for this', terms.training ? 'allowed, for this release only' : 'not allowed'],
    [
      'At most',
      list(
        [
          limits?.renders ? count(limits.renders, 'video', 'videos') : '',
          limits?.seconds ? `${count(limits.seconds, 'second', 'seconds')} together` : '',
        ].filter(Boolean),
        'no limit beyond these terms',
      ),
    ],
    ['Approval of each single use', terms.approval ? APPROVAL[terms.approval] : undefined],
    ['Payment', pay?.reference],
    ['Paid per video', amount(pay?.perRenderMinor, pay?.currency)],
    ['Paid per minute', amount(pay?.perMinuteMinor, pay?.currency)],
    ['Paid once', amount(pay?.flatMinor, pay?.currency)],
    ['Counsel', speakers?.counsel],
    ['Union', speakers?.union],
    ['Collective agreement', speakers?.agreement],
    ['During strikes', terms.strikeHold ? 'it rests' : 'nothing is agreed'],
    [
      'Ending it early',
      revocation?.noticeDays === 0
        ? 'at once'
        : revocation?.noticeDays && `after a notice of ${count(revocation.noticeDays, 'day', 'days')}`,
    ],
    ['What was made before', revocation?.terms],
  ]);
}

export function known(codes: readonly (string | null)[] | null | undefined): string[] {
  return (codes ?? []).filter((code) => code !== null);
}

function rows(all: [string, string | number | null | undefined][]): Row[] {
  return all.flatMap(([label, text]) => (text ? [{ label, text: String(text) }] : []));
}
