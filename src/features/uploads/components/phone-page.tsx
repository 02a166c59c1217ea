'use client';

import { CircleCheck } from 'lucide-react';
import { useTexts } from '#use-texts';
import { AuthHead } from '@/components/shell/auth-shell';
import { Alert } from '@/components/ui/alert';
import { ApertureSpinner } from '@/components/ui/aperture';
import { Button } from '@/components/ui/button';
import { PhoneBoard } from './phone-board';
import { usePhone } from './use-phone';

/** What a phone sees that scanned the code: the camera, the gallery, and the verdicts on what it sent. Nothing of the account. */
export function PhonePage({ token = null }: { token?: string | null }) {
  const { t } = useTexts();
  const { phone, open, reload, setPhone } = usePhone(token);
  if (phone.state === 'opening') {
    return (
      <p className="flex items-center gap-2 text-16 text-ink-2" role="status">
        <ApertureSpinner /> {t('uploads.client.phone.connecting')}
      </p>
    );
  }
  if (phone.state === 'problem') {
    return (
      <>
        <AuthHead title={t('uploads.client.phone.notConnected')} />
        <Alert
          tone="warn"
          action={
            phone.again && (
              <Button size="sm" onClick={() => void open()}>
                {t('uploads.client.handover.again')}
              </Button>
            )
          }
        >
          {phone.message}
        </Alert>
      </>
    );
  }
  if (phone.state === 'done') {
    return (
      <>
        <CircleCheck className="mb-4 size-8 text-good" aria-hidden="true" />
        <AuthHead title={t('uploads.client.phone.done')}>
          {t(phone.photos > 0 ? 'uploads.client.phone.doneWith' : 'uploads.client.phone.doneWithout')}
        </AuthHead>
      </>
    );
  }
  const { view } = phone;
  return (
    <PhoneBoard
      view={view}
      onChanged={reload}
      onDone={() => setPhone({ state: 'done', photos: view.photos.length })}
    />
  );
}
