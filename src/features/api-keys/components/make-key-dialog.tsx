'use client';

import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { Field, SelectField, TextField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useSubmit } from '@/components/ui/use-submit';
import type { OrganizationScope, Scope } from '@/lib/scopes';
import { makeKeyAction, makeTokenAction } from '../actions';

type MakeKeyDialogProps = {
  noun: 'key' | 'token';
  /** What it may be let do, in words. */
  scopes: readonly { scope: Scope; says: string }[];
  /** The team that gets a key; without it the person gets a token. */
  slug?: string;
};

const LIVES = [
  ['30', 'month'],
  ['90', 'quarter'],
  ['366', 'year'],
  ['', 'never'],
] as const;

/** Name, scopes and an end; then the secret, which is never shown again. */
export function MakeKeyDialog({ noun, scopes, slug }: MakeKeyDialogProps) {
  const { t } = useTexts();
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
      title={t(secret ? `members.client.keys.${noun}.copyNow` : `members.client.keys.${noun}.new`)}
      {...(secret ? { description: t('members.client.keys.once') } : {})}
      trigger={
        <Button variant="key">
          <Plus className="size-4" aria-hidden="true" />
          {t(`members.client.keys.${noun}.new`)}
        </Button>
      }
    >
      {secret ? (
        <Secret secret={secret} onDone={() => change(false)} />
      ) : (
        <form onSubmit={send} className="grid gap-4">
          <TextField
            label={t('members.client.keys.name')}
            name="name"
            required
            maxLength={60}
            placeholder={t('members.client.keys.namePlaceholder')}
            error={refusal?.fields?.name}
          />
          <fieldset className="grid gap-2.5">
            <legend className="mb-2 font-medium">{t('members.client.keys.mayDo')}</legend>
            {scopes.map(({ scope, says }) => (
              <Checkbox key={scope} name="scope" value={scope} label={says} hint={scope} />
            ))}
            {refusal?.fields?.scopes && <p className="text-12 text-bad">{refusal.fields.scopes}</p>}
          </fieldset>
          <SelectField label={t('members.client.keys.ends')} name="days" defaultValue="90">
            {LIVES.map(([days, life]) => (
              <option key={days} value={days}>
                {t(`members.client.keys.lives.${life}`)}
              </option>
            ))}
          </SelectField>
          {refusal && !refusal.fields && <Alert tone="bad">{refusal.message}</Alert>}
          <DialogActions>
            <DialogClose>
              <Button disabled={pending}>{t('ui.client.cancel')}</Button>
            </DialogClose>
            <Button type="submit" variant="key" pending={pending}>
              {t(`members.client.keys.${noun}.make`)}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}

function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="grid gap-4">
      <Field label={t('members.client.keys.secret')} hideLabel>
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
      <p className="text-ink-2">{t('members.client.keys.keep')}</p>
      <DialogActions>
        <Button onClick={onDone}>{t('members.client.keys.done')}</Button>
        <Button variant="key" onClick={copy}>
          {t(copied ? 'members.client.keys.copied' : 'members.client.keys.copy')}
        </Button>
      </DialogActions>
    </div>
  );
}
