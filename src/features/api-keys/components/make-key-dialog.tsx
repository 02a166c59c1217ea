'use client';

import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { Field, SelectField, TextField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useSubmit } from '@/components/ui/use-submit';
import type { OrganizationScope, Scope } from '@/lib/scopes';
import { makeKeyAction, makeTokenAction } from '../actions';

type MakeKeyDialogProps = {
  noun: 'key' | 'token';
  /** Scope → what it lets one do. */
  scopes: Readonly<Partial<Record<Scope, string>>>;
  /** The team that gets a key; without it the person gets a token. */
  slug?: string;
};

const LIVES = [
  ['30', 'After 30 days'],
  ['90', 'After 90 days'],
  ['366', 'After a year'],
  ['', 'Never'],
] as const;

/** Name, scopes and an end; then the secret, which is never shown again. */
export function MakeKeyDialog({ noun, scopes, slug }: MakeKeyDialogProps) {
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string>();
  const { pending, busy, refusal, clear, submit } = useSubmit('ui.client.lost.lookInList');

  const change = (next: boolean) => {
    if (busy()) return;
    clear();
    setOpen(next);
    if (!next) setSecret(undefined);
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name'));
    const chosen = form.getAll('scope').map(String);
    const days = Number(form.get('days')) || null;
    submit(
      () =>
        slug
          ? makeKeyAction(slug, { name, scopes: chosen as OrganizationScope[], days })
          : makeTokenAction({ name, scopes: chosen as Scope[], days }),
      { onDone: (made) => setSecret(made.secret) },
    );
  };

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={secret ? `Copy your ${noun} now` : `New ${noun}`}
      {...(secret ? { description: 'It is shown this once. We keep only a fingerprint of it.' } : {})}
      trigger={
        <Button variant="key">
          <Plus className="size-4" aria-hidden="true" />
          New {noun}
        </Button>
      }
    >
      {secret ? (
        <Secret secret={secret} onDone={() => change(false)} />
      ) : (
        <form onSubmit={send} className="grid gap-4">
          <TextField
            label="Name"
            name="name"
            required
            maxLength={60}
            placeholder="Payroll script"
            error={refusal?.fields?.name}
          />
          <fieldset className="grid gap-2.5">
            <legend className="mb-2 font-medium">It may</legend>
            {Object.entries(scopes).map(([scope, says]) => (
              <Checkbox key={scope} name="scope" value={scope} label={says} hint={scope} />
            ))}
            {refusal?.fields?.scopes && <p className="text-12 text-bad">{refusal.fields.scopes}</p>}
          </fieldset>
          <SelectField label="Ends" name="days" defaultValue="90">
            {LIVES.map(([days, label]) => (
              <option key={days} value={days}>
                {label}
              </option>
            ))}
          </SelectField>
          {refusal && !refusal.fields && <Alert tone="bad">{refusal.message}</Alert>}
          <DialogActions>
            <Button type="submit" variant="key" pending={pending}>
              Make the {noun}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="grid gap-4">
      <Field label="Secret" hideLabel>
        {(control) => (
          <Input
            {...control}
            readOnly
            value={secret}
            onFocus={(event) => event.currentTarget.select()}
            className="font-mono text-12"
          />
        )}
      </Field>
      <p className="text-ink-2">
        Keep it where you keep passwords. Whoever has it can do what it may, until you revoke it.
      </p>
      <DialogActions>
        <Button onClick={onDone}>Done</Button>
        <Button variant="key" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </DialogActions>
    </div>
  );
}
