'use client';

import { useActionState, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { Qr } from '@/components/ui/qr';
import { SubmitButton } from '@/components/ui/submit-button';
import { EMPTY_FORM } from '@/lib/form-state';
import {
  renewBackupCodesAction,
  type SetUpState,
  setUpTwoStepAction,
  turnOffTwoStepAction,
} from '../two-step-actions';
import { BackupCodes } from './backup-codes';

const START: SetUpState = {};

type TwoStepProps = {
  /** Backup codes that are left; null while two-step sign-in is off. */
  codesLeft: number | null;
  hasPassword: boolean;
  email: string;
};

/** Two-step sign-in on the account page: set up, new backup codes, off. */
export function TwoStep({ codesLeft, hasPassword, email }: TwoStepProps) {
  const [setUp, setUpAction] = useActionState(setUpTwoStepAction, START);
  const [seen, setSeen] = useState<SetUpState>(START);
  const show = (state: SetUpState) => state !== seen && state.backupCodes;
  if (show(setUp)) {
    return (
      <>
        <Alert tone="good" title="Two-step sign-in is on" className="mb-4">
          From now on signing in asks for a code from your app.
        </Alert>
        <BackupCodes codes={setUp.backupCodes ?? []} onDone={() => setSeen(setUp)} />
      </>
    );
  }
  if (codesLeft !== null) return <Manage codesLeft={codesLeft} hasPassword={hasPassword} />;
  if (setUp.app) {
    return (
      <form action={setUpAction} className="grid gap-4">
        {setUp.message && <Alert tone="bad">{setUp.message}</Alert>}
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <Qr drawing={setUp.app.qr} label="QR code for your authenticator app" />
          <div className="grid min-w-0 flex-1 basis-48 content-start gap-2">
            <p className="font-medium">Scan this with your authenticator app</p>
            <p className="text-ink-2">Or type this into it:</p>
            <p className="select-all break-all font-mono">
              {setUp.app.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </p>
          </div>
        </div>
        <TextField
          label="Code in the app"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          required
          className="max-w-form"
          error={setUp.fields?.code}
        />
        <div>
          <SubmitButton>Turn on</SubmitButton>
        </div>
      </form>
    );
  }
  return (
    <form action={setUpAction} className="grid max-w-form gap-4">
      {setUp.message && <Alert tone="bad">{setUp.message}</Alert>}
      <p className="text-ink-2">
        {hasPassword ? 'After your password or a link by e-mail' : 'After the link by e-mail'} you also enter
        a code from an app on your phone. Whoever has only {hasPassword ? 'your password or your' : 'your'}{' '}
        mailbox does not get in.
      </p>
      {hasPassword && (
        <>
          {/* Tells password managers whose password this is. */}
          <input type="text" hidden autoComplete="username" value={email} readOnly />
          <TextField
            label="Your password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={setUp.fields?.password}
          />
        </>
      )}
      <div>
        <SubmitButton variant="default">Set up</SubmitButton>
      </div>
    </form>
  );
}

function Manage({ codesLeft, hasPassword }: { codesLeft: number; hasPassword: boolean }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <BackupCodes codes={codes} onDone={() => setCodes(null)} />;
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">
        Signing in asks for a code from your app. You have{' '}
        {codesLeft === 1 ? '1 backup code' : `${codesLeft} backup codes`} left.
      </p>
      {codesLeft < 3 && <Alert tone="warn">Make new backup codes before you run out of them.</Alert>}
      <div className="flex flex-wrap gap-2">
        <RenewDialog hasPassword={hasPassword} onCodes={setCodes} />
        <TurnOffDialog hasPassword={hasPassword} />
      </div>
    </div>
  );
}

function RenewDialog({
  hasPassword,
  onCodes,
}: {
  hasPassword: boolean;
  onCodes: (codes: readonly string[]) => void;
}) {
  const [state, action] = useActionState(async (previous: SetUpState, form: FormData) => {
    const next = await renewBackupCodesAction(previous, form);
    if (next.backupCodes) onCodes(next.backupCodes);
    return next;
  }, START);
  return (
    <Dialog
      trigger={<Button size="sm">New backup codes</Button>}
      title="New backup codes"
      description="The old ones stop working."
    >
      <form action={action} className="grid gap-4">
        <ProofField state={state} hasPassword={hasPassword} />
        <DialogActions>
          <SubmitButton>Make new codes</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function TurnOffDialog({ hasPassword }: { hasPassword: boolean }) {
  const [state, action] = useActionState(turnOffTwoStepAction, EMPTY_FORM);
  return (
    <Dialog
      trigger={<Button size="sm">Turn off</Button>}
      title="Turn two-step sign-in off?"
      description="Signing in then asks for no code. Backup codes and trusted devices are forgotten."
    >
      <form action={action} className="grid gap-4">
        <ProofField state={state} hasPassword={hasPassword} />
        <DialogActions>
          <SubmitButton variant="danger">Turn off</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function ProofField({ state, hasPassword }: { state: SetUpState; hasPassword: boolean }) {
  return (
    <>
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <TextField
        label={hasPassword ? 'Your password, or a code from the app' : 'A code from the app'}
        name="proof"
        type={hasPassword ? 'password' : 'text'}
        autoComplete={hasPassword ? 'current-password' : 'one-time-code'}
        required
        maxLength={128}
        hint={hasPassword ? undefined : 'A backup code works too.'}
        error={state.fields?.proof}
      />
    </>
  );
}
