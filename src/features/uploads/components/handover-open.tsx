'use client';

import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { ApertureSpinner } from '@/components/ui/aperture';
import { Button } from '@/components/ui/button';
import { Qr } from '@/components/ui/qr';
import { Time } from '@/components/ui/time';
import type { StartedHandover } from '../handover/handover-types';
import type { HandoverPanelProps } from './handover-panel';

/** A hand-over that was asked for. */
export default function HandoverOpen({ handover, onStart, onClose }: HandoverPanelProps) {
  const { t } = useTexts();
  return (
    <section aria-label={t('uploads.client.handover.label')} className="mb-5 rounded-card border bg-card p-4">
      {handover.state === 'starting' && (
        <p className="flex items-center gap-2 text-ink-2">
          <ApertureSpinner /> {t('uploads.client.handover.making')}
        </p>
      )}
      {handover.state === 'waiting' && <Code started={handover.started} onClose={onClose} />}
      {handover.state === 'open' && (
        <Line title={t('uploads.client.handover.open')} text={t('uploads.client.handover.openHint')}>
          <Button size="sm" onClick={onClose}>
            {t('uploads.client.handover.disconnect')}
          </Button>
        </Line>
      )}
      {handover.state === 'ended' && (
        <Line
          title={t(handover.wasOpen ? 'uploads.client.handover.lost' : 'uploads.client.handover.old')}
          text={t(handover.wasOpen ? 'uploads.client.handover.lostHint' : 'uploads.client.handover.oldHint')}
        >
          <Button size="sm" variant="bare" onClick={onClose}>
            {t('uploads.client.handover.close')}
          </Button>
          <Button size="sm" onClick={onStart}>
            {t('uploads.client.handover.newCode')}
          </Button>
        </Line>
      )}
      {handover.state === 'failed' && (
        <Alert
          tone="warn"
          action={
            <Button size="sm" onClick={onStart}>
              {t('uploads.client.handover.again')}
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
  const { t, rich } = useTexts();
  const { url, qr, expiresAt } = started;
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
      <Qr drawing={qr} label={t('uploads.client.handover.qr')} />
      <div className="grid min-w-0 flex-1 basis-64 gap-2">
        <p className="font-medium text-16">{t('uploads.client.handover.scan')}</p>
        <p className="text-ink-2">
          {rich('uploads.client.handover.what', { time: () => <Time value={expiresAt} style="time" /> })}
        </p>
        {isThisMachine(url) && (
          <p className="text-12 text-warn">
            {t('uploads.client.handover.thisMachine', { host: new URL(url).host })}
          </p>
        )}
        <div className="mt-1 flex flex-wrap gap-2">
          <Button size="sm" onClick={copy}>
            {t(copied ? 'uploads.client.handover.copied' : 'uploads.client.handover.copy')}
          </Button>
          <Button size="sm" variant="bare" onClick={onClose}>
            {t('uploads.client.handover.close')}
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
