'use client';

import { CircleCheck } from 'lucide-react';
import { AuthHead } from '@/components/shell/auth-shell';
import { Alert } from '@/components/ui/alert';
import { ApertureSpinner } from '@/components/ui/aperture';
import { Button } from '@/components/ui/button';
import { PhoneBoard } from './phone-board';
import { usePhone } from './use-phone';

/** What a phone sees that scanned the code: the camera, the gallery, and the verdicts on what it sent. Nothing of the account. */
export function PhonePage({ token = null }: { token?: string | null }) {
  const { phone, open, reload, setPhone } = usePhone(token);
  if (phone.state === 'opening') {
    return (
      <p className="flex items-center gap-2 text-16 text-ink-2" role="status">
        <ApertureSpinner /> Connecting to your other screen
      </p>
    );
  }
  if (phone.state === 'problem') {
    return (
      <>
        <AuthHead title="Not connected" />
        <Alert
          tone="warn"
          action={
            phone.again && (
              <Button size="sm" onClick={() => void open()}>
                Try again
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
        <AuthHead title="Done">
          {phone.photos > 0
            ? 'Your photos are on your other screen. You can close this page.'
            : 'This phone is disconnected. You can close this page.'}
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
