// biome-ignore-all lint/performance/noImgElement: the product makes its pictures in the sizes it shows
'use client';

import { useTexts } from '#use-texts';
import { ApertureSpinner } from '@/components/ui/aperture';
import { BeforeAfter } from '@/components/ui/before-after';
import { cn } from '@/components/ui/cn';
import { RATIO } from '../../comparison';
import type { VersionList } from '../../edit-types';
import type { Shown } from './use-preview';

type Props = { shown: Shown; original: VersionList['original']; updating: boolean; comparing: boolean };

/** The picture as it will be, or beside it as it was made. On a phone it stays in view while the tools scroll. */
export function EditorStage({ shown, original, updating, comparing }: Props) {
  const { t } = useTexts();
  const { edit, src, box } = shown;
  const ratio = RATIO[edit.crop.aspect];
  const transparent = edit.backdrop.kind === 'none';
  return (
    <div className="light grid justify-items-center rounded-card border p-6 phone:rounded-none phone:border-0 phone:bg-none! phone:p-0">
      <div className="relative w-full max-w-[30rem] phone:max-w-[min(100%,36dvh)]">
        {comparing ? (
          <BeforeAfter
            before={{
              src: original.url,
              alt: t('headshots.client.editor.stage.originalAlt'),
              label: t('headshots.client.editor.stage.original'),
              ...(box
                ? {
                    style: {
                      width: `${(original.width / box.width) * 100}%`,
                      left: `${(-box.left / box.width) * 100}%`,
                      top: `${(-box.top / box.height) * 100}%`,
                    },
                  }
                : {}),
            }}
            after={{
              src,
              alt: t('headshots.client.editor.stage.editedAlt'),
              label: t('headshots.client.editor.stage.edited'),
              ...(transparent ? { className: 'checker' } : {}),
            }}
            ratio={ratio}
            eager
          />
        ) : (
          <div
            className={cn('overflow-hidden rounded-picture bg-wash-2', transparent && 'checker')}
            style={{ aspectRatio: ratio }}
          >
            <img
              src={src}
              alt={t('headshots.client.editor.stage.editedAlt')}
              fetchPriority="high"
              className="size-full object-cover"
            />
          </div>
        )}
        {updating && (
          <span className="pointer-events-none absolute bottom-3 left-3 inline-flex items-center gap-2 rounded-tag bg-[oklch(16%_.006_60/.74)] px-2 py-1 font-medium text-12 text-[oklch(98%_.004_85)]">
            <ApertureSpinner className="size-3.5" />
            {t('headshots.client.editor.stage.updating')}
          </span>
        )}
      </div>
    </div>
  );
}
