'use client';

import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ApertureSpinner } from '@/components/ui/aperture';
import { Button } from '@/components/ui/button';
import { Qr } from '@/components/ui/qr';
import { Time } from '@/components/ui/time';
import type { StartedHandover } from '../handover/handover-types';
import type { HandoverPanelProps } from './handover-panel';

/** A hand-over that was asked for. */
export default function HandoverOpen({ handover, onStart, onClose }: HandoverPanelProps) {
  return (
    <section aria-label="Your phone" className="mb-5 rounded-card border bg-card p-4">
      {handover.state === 'starting' && (
        <p className="flex items-center gap-2 text-ink-2">
          <ApertureSpinner /> Making a code
        </p>
      )}
      {handover.state === 'waiting' && <Code started={handover.started} onClose={onClose} />}
      {handover.state === 'open' && (
        <Line
          title="Your phone is connected"
          text="Take or choose photos there: they appear below as they arrive. Ten minutes without one, and it is disconnected."
        >
          <Button size="sm" onClick={onClose}>
            Disconnect
          </Button>
        </Line>
      )}
      {handover.state === 'ended' && (
        <Line
          title={handover.wasOpen ? 'Your phone is no longer connected' : 'This code is too old'}
          text={handover.wasOpen ? 'What it sent is here.' : 'A code works for ten minutes.'}
        >
          <Button size="sm" variant="bare" onClick={onClose}>
            Close
          </Button>
          <Button size="sm" onClick={onStart}>
            New code
          </Button>
        </Line>
      )}
      {handover.state === 'failed' && (
        <Alert
          tone="warn"
          action={
            <Button size="sm" onClick={onStart}>
              Try again
            </Button>
          }
        >
          {handover.message}
        </Alert>
      )}
    </section>
  );
}

function Code({ started, onClose }: { started: StartedHandover; onClose: () => void }) {
  const { url, qr, expiresAt } = started;
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <Qr drawing={qr} label="QR code for your phone" />
      <div className="grid min-w-0 flex-1 basis-64 gap-2">
        <p className="font-medium text-16">Scan this with your phone’s camera</p>
        <p className="text-ink-2">
          It opens a page that only adds photos: no sign-in, and nothing else of your account. The code works
          once, until <Time value={expiresAt} style="time" />.
        </p>
        {isThisMachine(url) && (
          <p className="text-12 text-warn">
            This headcraft runs at {new URL(url).host}, which only this computer opens. Start it with APP_URL
            set to an address that your phone reaches.
          </p>
        )}
        <div className="mt-1 flex flex-wrap gap-2">
          <Button size="sm" onClick={copy}>
            {copied ? 'Link copied' : 'Copy the link instead'}
          </Button>
          <Button size="sm" variant="bare" onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    </div>
  );
}

type LineProps = { title: string; text: string; children: React.ReactNode };

function Line({ title, text, children }: LineProps) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Smartphone className="size-5 text-ink-2" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{title}</p>
        <p className="text-ink-2">{text}</p>
      </div>
      <div className="flex gap-2">{children}</div>
    </div>
  );
}

function isThisMachine(url: string): boolean {
  return /^(localhost|127\.|\[::1\])/.test(new URL(url).host);
}
