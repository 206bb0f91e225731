import { bytes } from '../api/client';
import type { ReleaseDraft } from '../api/types';

/** What is signed: the contract twice, for machines and for people, and one digest over both. */
export interface Papers {
  contract: ReleaseDraft & { studio: { name: string } };
  /** SHA-256 of the two, worked out on this device; 64 hex digits. */
  digest: string;
}

export function paperPath(
  release: string,
  version: number,
  paper: 'contract.json' | 'contract.pdf' | 'sealed.pdf',
) {
  return `/api/releases/${release}/versions/${version}/${paper}`;
}

/** Reads both and works out their digest here, so that nobody need take the studio's word for it. */
export async function readPapers(release: string, version: number): Promise<Papers> {
  const [json, pdf] = await Promise.all([
    bytes(paperPath(release, version, 'contract.json')),
    bytes(paperPath(release, version, 'contract.pdf')),
  ]);
  return {
    contract: JSON.parse(new TextDecoder().decode(json)) as Papers['contract'],
    digest: await digestOf(json, pdf),
  };
}

/** SHA-256 of the two files one after the other. */
export async function digestOf(json: Uint8Array, pdf: Uint8Array): Promise<string> {
  const both = new Uint8Array(json.length + pdf.length);
  both.set(json);
  both.set(pdf, json.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', both));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
