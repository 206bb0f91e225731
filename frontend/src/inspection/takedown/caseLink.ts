/** Where a case is followed. The key stands behind the `#`, which no browser sends to a server. */
export interface CaseLink {
  id: string;
  key: string;
}

export function caseHash({ id, key }: CaseLink): string {
  return `#case=${id}&key=${key}`;
}

/** Null where the address names no case. */
export function caseOf(hash: string): CaseLink | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const id = parts.get('case');
  const key = parts.get('key');
  return id && key && /^[0-9a-f-]{36}$/.test(id) ? { id, key } : null;
}
