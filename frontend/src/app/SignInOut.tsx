import { Button } from 'react-aria-components';
import { rememberWhere } from './comeBack';

export function SignIn() {
  return (
    <p>
      <a
        className="button"
        href="/oauth2/authorization/keycloak"
        onClick={() => rememberWhere(location.pathname)}
      >
        Sign in
      </a>
    </p>
  );
}

/** A form, not a call: signing out ends at the identity provider's page. */
export function SignOut() {
  const token = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
  return (
    <form method="post" action="/logout" className="inline">
      <input type="hidden" name="_csrf" value={decodeURIComponent(token)} />
      <Button type="submit" className="quiet">
        Sign out
      </Button>
    </form>
  );
}
