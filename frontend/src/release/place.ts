/** What the part of the address behind # says; the browser sends it to nobody. */
export type Place =
  | { at: 'overview' }
  | { at: 'release'; id: string }
  | { at: 'draft'; organisation: string }
  | { at: 'redraft'; id: string };

export interface Invitation {
  kind: 'invitation' | 'organisation';
  token: string;
}

const ID = /^[0-9a-f-]{36}$/;
const KEY = 'selfsame.invitation';

export function placeOf(hash: string): Place {
  const [name, id] = parts(hash);
  if (!ID.test(id)) return { at: 'overview' };
  if (name === 'release') return { at: 'release', id };
  if (name === 'draft') return { at: 'draft', organisation: id };
  if (name === 'redraft') return { at: 'redraft', id };
  return { at: 'overview' };
}

export function hrefOf(place: Place): string {
  switch (place.at) {
    case 'overview':
      return '#';
    case 'draft':
      return `#draft=${place.organisation}`;
    default:
      return `#${place.at}=${place.id}`;
  }
}

/** The link of an invitation to a release or into an organisation; null for every other address. */
export function invitationOf(hash: string): Invitation | null {
  const [name, token] = parts(hash);
  return (name === 'invitation' || name === 'organisation') && /^[A-Za-z0-9_-]{1,200}$/.test(token)
    ? { kind: name, token }
    : null;
}

/** Kept in this tab alone until it is used: whoever signs in first still has it afterwards. */
export function keepInvitation(invitation: Invitation | null) {
  if (invitation) sessionStorage.setItem(KEY, `${invitation.kind}=${invitation.token}`);
  else sessionStorage.removeItem(KEY);
}

export function keptInvitation(): Invitation | null {
  return invitationOf(sessionStorage.getItem(KEY) ?? '');
}

function parts(hash: string): [string, string] {
  const [name, ...rest] = hash.replace(/^#/, '').split('=');
  return [name ?? '', rest.join('=')];
}
