// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
'use client';

import { X } from 'lucide-react';
import { useTexts } from '#use-texts';
import { cn } from '@/components/ui/cn';
import { Verdict } from '@/components/ui/verdict';
import type { LocalUpload } from '../client-types';
import type { PhotoView } from '../photo-types';

const TONES = { accepted: 'good', warned: 'warn', rejected: 'bad' } as const;

type PhotoTileProps = {
  photo: Pick<PhotoView, 'status' | 'findings' | 'thumbnailUrl'>;
  /** The photo's place in its set, from 1. */
  at: number;
  selected: boolean;
  onSelect: () => void;
  onRemove: () => void;
  removing: boolean;
};

/** One photo of the set with its verdict; pressing a verdict shows what to do about it. */
export function PhotoTile({ photo, at, selected, onSelect, onRemove, removing }: PhotoTileProps) {
  const { t } = useTexts();
  const { status, findings, thumbnailUrl } = photo;
  const [finding] = findings;
  const tone = status === 'checking' ? null : TONES[status];
  return (
    <li className={cn('min-w-0', removing && 'opacity-50')}>
      <TileFrame
        src={thumbnailUrl}
        alt={t('uploads.client.tile.label', { at })}
        bad={status === 'rejected'}
        onRemove={onRemove}
        removeLabel={t('uploads.client.tile.remove', { at })}
        disabled={removing}
      >
        {status === 'checking' && <TileProgress percent={100} />}
      </TileFrame>
      <div className="pt-2 text-12">
        {!tone && <p className="text-ink-2">{t('uploads.client.tile.checking')}</p>}
        {tone && !finding && <Verdict tone={tone}>{t('uploads.client.tile.good')}</Verdict>}
        {tone && finding && (
          <button
            type="button"
            aria-pressed={selected}
            onClick={onSelect}
            className="-mx-1 -mt-1 rounded-tag px-1 py-1 text-left hover:bg-wash-2"
          >
            <Verdict tone={tone}>{finding.label}</Verdict>
          </button>
        )}
      </div>
    </li>
  );
}

type UploadTileProps = { upload: LocalUpload; onRetry: () => void; onDismiss: () => void };

/** A file on its way, with how far it is or why it was refused. */
export function UploadTile({ upload, onRetry, onDismiss }: UploadTileProps) {
  const { t } = useTexts();
  const { name, previewUrl, phase, progress, error, retryable } = upload;
  return (
    <li className="min-w-0">
      <TileFrame
        src={previewUrl}
        alt={name}
        bad={phase === 'failed'}
        // What the server has already is removed from the set, a moment later.
        onRemove={phase === 'checking' ? undefined : onDismiss}
        removeLabel={t(
          phase === 'failed' ? 'uploads.client.tile.removeFile' : 'uploads.client.tile.cancelFile',
          { name },
        )}
      >
        {phase !== 'failed' && <TileProgress percent={progress} />}
      </TileFrame>
      <div className="pt-2 text-12">
        {phase === 'failed' ? (
          <>
            <p className="mb-0.5 truncate text-ink-2">{name}</p>
            <Verdict tone="bad">{error}</Verdict>
            {retryable && (
              <button type="button" onClick={onRetry} className="link mt-1 py-1">
                {t('uploads.client.tile.again')}
              </button>
            )}
          </>
        ) : (
          <p className="text-ink-2">{t(`uploads.client.tile.${phase}`, { percent: Math.round(progress) })}</p>
        )}
      </div>
    </li>
  );
}

type TileFrameProps = {
  src: string | null;
  alt: string;
  bad: boolean;
  onRemove?: (() => void) | undefined;
  removeLabel: string;
  disabled?: boolean;
  children?: React.ReactNode;
};

function TileFrame({ src, alt, bad, onRemove, removeLabel, disabled, children }: TileFrameProps) {
  return (
    <div
      className={cn(
        'relative aspect-4/5 overflow-hidden rounded-card bg-wash-2',
        bad && 'outline-2 outline-bad -outline-offset-2',
      )}
    >
      {src ? (
        <img
          src={src}
          alt={alt}
          decoding="async"
          // A browser that cannot show HEIC shows the frame's soft light instead of a broken picture.
          onError={(event) => event.currentTarget.classList.add('invisible')}
          className={cn('size-full object-cover', bad && 'opacity-72')}
        />
      ) : (
        <span role="img" aria-label={alt} className="light-frame block size-full" />
      )}
      {children}
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          disabled={disabled}
          onClick={onRemove}
          className="absolute top-1.5 right-1.5 grid size-6 place-items-center rounded-tag bg-[oklch(16%_.006_60/.62)] text-[oklch(98%_.004_85)] hover:bg-[oklch(16%_.006_60/.84)] pointer-coarse:size-8"
        >
          <X className="size-3.5" aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

/** At 100 the bytes are sent and the wait has no measure: the bar breathes. */
function TileProgress({ percent }: { percent: number }) {
  return (
    <span className="absolute inset-x-2 bottom-2 h-1 overflow-hidden rounded-full bg-[oklch(16%_.006_60/.62)]">
      <span
        className={cn('block h-full bg-key transition-[width]', percent === 100 && 'animate-breathe')}
        style={{ width: `${percent}%` }}
      />
    </span>
  );
}
