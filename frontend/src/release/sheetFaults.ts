import type { Fault } from '../api/client';
import { minor } from './money';
import { whole, type Sheet } from './sheet';

/** Where the studio's faults about each field are, as paths into the draft. */
export const PATHS: Record<keyof Sheet, string> = {
  template: 'template',
  address: 'studio.address',
  signatoryName: 'studio.signatory.name',
  signatoryTitle: 'studio.signatory.title',
  talentName: 'talent.name',
  stageName: 'talent.stageName',
  title: 'terms.project.title',
  description: 'terms.project.description',
  character: 'terms.project.character',
  purposes: 'terms.purposes',
  media: 'terms.media',
  territories: 'terms.territories',
  languages: 'terms.languages',
  firstDay: 'terms.period.firstDay',
  lastDay: 'terms.period.lastDay',
  zone: 'terms.period.zone',
  exclusions: 'terms.exclusions',
  sensitive: 'terms.sensitive',
  training: 'terms.training',
  seconds: 'terms.limits.seconds',
  renders: 'terms.limits.renders',
  approval: 'terms.approval',
  reference: 'terms.compensation.reference',
  currency: 'terms.compensation.currency',
  perRender: 'terms.compensation.perRenderMinor',
  perMinute: 'terms.compensation.perMinuteMinor',
  flat: 'terms.compensation.flatMinor',
  counsel: 'terms.representation.counsel',
  union: 'terms.representation.union',
  agreement: 'terms.representation.agreement',
  strikeHold: 'terms.strikeHold',
  noticeDays: 'terms.revocation.noticeDays',
  revocationTerms: 'terms.revocation.terms',
};

/** All faults at a path or below it, as one text; empty: none. */
export function faultsAt(path: string, faults: readonly Fault[]): string {
  return faults
    .filter((fault) => at(fault, path))
    .map((fault) => fault.what)
    .join(' ');
}

/** Those that no field of the form shows. */
export function otherFaults(paths: readonly string[], faults: readonly Fault[]): Fault[] {
  return faults.filter((fault) => !paths.some((path) => at(fault, path)));
}

/** What is no number cannot even be sent. */
export function numberFaults(sheet: Sheet): Fault[] {
  const wrong = (key: keyof Sheet, what: string) => ({ path: PATHS[key], what });
  const wholes = (['seconds', 'renders', 'noticeDays'] as const)
    .filter((key) => Number.isNaN(whole(sheet[key])))
    .map((key) => wrong(key, 'This is no whole number.'));
  const amounts = (['perRender', 'perMinute', 'flat'] as const)
    .filter((key) => Number.isNaN(minor(sheet[key], sheet.currency.trim())))
    .map((key) => wrong(key, 'This is no amount, such as 250 or 250.50.'));
  return [...wholes, ...amounts];
}

function at(fault: Fault, path: string): boolean {
  return fault.path === path || fault.path.startsWith(`${path}[`) || fault.path.startsWith(`${path}.`);
}
