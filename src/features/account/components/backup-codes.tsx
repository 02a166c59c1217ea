'use client';

import { Download } from 'lucide-react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';

/** Shown once, right after they were made: the server keeps them in a form that nobody can read again here. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTexts();
  const text = `${t('account.client.backup.file')}\n\n${codes.join('\n')}\n`;
  return (
    <div className="grid gap-4">
      <p className="max-w-reading text-ink-2">{t('account.client.backup.lead')}</p>
      <ul
        className="grid grid-cols-2 gap-x-6 gap-y-1 justify-self-start font-mono tabular-nums"
        aria-label={t('account.client.backup.title')}
      >
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="headcraft-backup-codes.txt"
          className={buttonClass('default', 'sm')}
        >
          <Download className="size-4" aria-hidden="true" />
          {t('account.client.backup.download')}
        </a>
        <Button size="sm" onClick={onDone}>
          {t('account.client.backup.saved')}
        </Button>
      </div>
    </div>
  );
}
