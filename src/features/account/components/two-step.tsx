'use client';

import { useActionState, useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
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
  /** Whether another service signs the person in. */
  linked: boolean;
  email: string;
};

/** Two-step sign-in on the account page: set up, new backup codes, off. */
export function TwoStep({ codesLeft, hasPassword, linked, email }: TwoStepProps) {
  const { t } = useTexts();
  const [setUp, setUpAction] = useActionState(setUpTwoStepAction, START);
  const [seen, setSeen] = useState<SetUpState>(START);
  const show = (state: SetUpState) => state !== seen && state.backupCodes;
  if (show(setUp)) {
    return (
      <>
        <Alert tone="good" title={t('account.client.twoStep.isOn')} className="mb-4">
          {t('account.client.twoStep.isOnLead')}
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
          <Qr drawing={setUp.app.qr} label={t('account.client.twoStep.qr')} />
          <div className="grid min-w-0 flex-1 basis-48 content-start gap-2">
            <p className="font-medium">{t('account.client.twoStep.scan')}</p>
            <p className="text-ink-2">{t('account.client.twoStep.type')}</p>
            <p className="select-all font-mono">{setUp.app.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
          </div>
        </div>
        <TextField
          label={t('account.client.twoStep.code')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          required
          className="max-w-form"
          error={setUp.fields?.code}
        />
        <div>
          <SubmitButton>{t('account.client.twoStep.turnOn')}</SubmitButton>
        </div>
      </form>
    );
  }
  return (
    <form action={setUpAction} className="grid max-w-form gap-4">
      {setUp.message && <Alert tone="bad">{setUp.message}</Alert>}
      <p className="text-ink-2">
        {t(
          hasPassword
            ? 'account.client.twoStep.lead'
            : linked
              ? 'account.client.twoStep.leadLinked'
              : 'account.client.twoStep.leadNoPassword',
        )}
      </p>
      {hasPassword && (
        <>
          {/* Tells password managers whose password this is. */}
          <input type="text" hidden autoComplete="username" value={email} readOnly />
          <TextField
            label={t('account.client.twoStep.password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={setUp.fields?.password}
          />
        </>
      )}
      <div>
        <SubmitButton variant="default">{t('account.client.twoStep.setUp')}</SubmitButton>
      </div>
    </form>
  );
}

function Manage({ codesLeft, hasPassword }: { codesLeft: number; hasPassword: boolean }) {
  const { t } = useTexts();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <BackupCodes codes={codes} onDone={() => setCodes(null)} />;
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">{t('account.client.twoStep.codesLeft', { count: codesLeft })}</p>
      {codesLeft < 3 && <Alert tone="warn">{t('account.client.twoStep.fewCodes')}</Alert>}
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
  const { t } = useTexts();
  const [state, action] = useActionState(async (previous: SetUpState, form: FormData) => {
    const next = await renewBackupCodesAction(previous, form);
    if (next.backupCodes) onCodes(next.backupCodes);
    return next;
  }, START);
  return (
    <Dialog
      trigger={<Button size="sm">{t('account.client.twoStep.newCodes')}</Button>}
      title={t('account.client.twoStep.newCodes')}
      description={t('account.client.twoStep.newCodesLead')}
    >
      <form action={action} className="grid gap-4">
        <ProofField state={state} hasPassword={hasPassword} />
        <DialogActions>
          <DialogClose>
            <Button>{t('ui.client.cancel')}</Button>
          </DialogClose>
          <SubmitButton>{t('account.client.twoStep.makeCodes')}</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function TurnOffDialog({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTexts();
  const [state, action] = useActionState(turnOffTwoStepAction, EMPTY_FORM);
  return (
    <Dialog
      trigger={<Button size="sm">{t('account.client.twoStep.turnOff')}</Button>}
      title={t('account.client.twoStep.turnOffTitle')}
      description={t('account.client.twoStep.turnOffBody')}
    >
      <form action={action} className="grid gap-4">
        <ProofField state={state} hasPassword={hasPassword} />
        <DialogActions>
          <DialogClose>
            <Button>{t('ui.client.cancel')}</Button>
          </DialogClose>
          <SubmitButton variant="danger">{t('account.client.twoStep.turnOff')}</SubmitButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function ProofField({ state, hasPassword }: { state: SetUpState; hasPassword: boolean }) {
  const { t } = useTexts();
  return (
    <>
      {state.message && <Alert tone="bad">{state.message}</Alert>}
      <TextField
        label={t(hasPassword ? 'account.client.twoStep.proof' : 'account.client.twoStep.proofCode')}
        name="proof"
        type={hasPassword ? 'password' : 'text'}
        autoComplete={hasPassword ? 'current-password' : 'one-time-code'}
        required
        maxLength={128}
        hint={hasPassword ? undefined : t('account.client.twoStep.backupToo')}
        error={state.fields?.proof}
      />
    </>
  );
}
