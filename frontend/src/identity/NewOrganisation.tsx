import { useState } from 'react';
import { Button } from 'react-aria-components';
import { post } from '../api/client';
import type { CreatedOrganisation } from '../api/types';
import { Field } from '../app/fields';
import { OnceLink } from '../app/OnceLink';
import { ProblemNote } from '../app/ProblemNote';
import { useAction } from '../app/useAction';

/** Where the studio's operator lets an organisation in. */
export function NewOrganisation() {
  const { busy, problem, run } = useAction();
  const [name, setName] = useState('');
  const [created, setCreated] = useState<CreatedOrganisation | null>(null);
  const create = () =>
    run(async () => {
      setCreated(await post<CreatedOrganisation>('/api/organisations', { name }));
      setName('');
    });
  return (
    <section className="card body" aria-labelledby="new-organisation-title">
      <h2 id="new-organisation-title">Let an organisation in</h2>
      <Field label="Name, as it signs contracts" value={name} onChange={setName} />
      <Button isDisabled={busy || !name.trim()} onPress={create}>
        Let it in
      </Button>
      {created && (
        <OnceLink
          label={`Link for the first person of ${created.name}`}
          link={`${location.origin}/release.html#organisation=${created.invitation.token}`}
          expiresAt={created.invitation.expiresAt}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
