import { useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { moment } from './words';

interface Props {
  label: string;
  link: string;
  expiresAt: string;
}

/** A link that is shown this once, to be handed to one person. */
export function OnceLink({ label, link, expiresAt }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      // A browser that forbids it leaves the link to be selected.
      () => setCopied(false),
    );
  return (
    <>
      <TextField value={link} isReadOnly>
        <Label>{label}</Label>
        <Input onFocus={(event) => event.target.select()} />
        <Text slot="description">
          Good once, until {moment(expiresAt)}. It is shown now and never again, so hand it on by a way that
          only they read.
        </Text>
      </TextField>
      <Button className="quiet" onPress={copy}>
        {copied ? 'Copied' : 'Copy the link'}
      </Button>
    </>
  );
}
