'use client';

import { Download } from 'lucide-react';
import { Button, buttonClass } from '@/components/ui/button';

/** Shown once, right after they were made: the server keeps them in a form that nobody can read again here. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = `Backup codes for headcraft. Each works once, instead of a code from your app.\n\n${codes.join('\n')}\n`;
  return (
    <div className="grid gap-4">
      <p className="max-w-reading text-ink-2">
        Keep these backup codes somewhere safe. Each opens your account once when your phone is not there.
        They are not shown again.
      </p>
      <ul
        className="grid grid-cols-2 gap-x-6 gap-y-1 justify-self-start font-mono tabular-nums"
        aria-label="Backup codes"
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
          Download
        </a>
        <Button size="sm" onClick={onDone}>
          I have saved them
        </Button>
      </div>
    </div>
  );
}
