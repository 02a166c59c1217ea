import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { PictureFrame, type PictureFrameProps } from '@/components/ui/picture-frame';

type PictureCardProps = PictureFrameProps & {
  /** Left of the line below: the style's name, a number. */
  caption?: ReactNode;
  /** Right of it: a `LikenessArc`, a `CreditAmount`. */
  aside?: ReactNode;
};

/** A picture with its caption. Selection and favourite are buttons given as `children`, reachable by keyboard. */
export function PictureCard({ caption, aside, small = false, ...frame }: PictureCardProps) {
  return (
    <figure className="min-w-0">
      <PictureFrame small={small} {...frame} />
      {(caption || aside) && (
        <figcaption
          className={cn(
            'flex items-center justify-between gap-2',
            small ? 'pt-1.5 text-12' : 'min-h-[1.875rem] pt-2.5',
          )}
        >
          <span className="min-w-0">{caption}</span>
          {aside}
        </figcaption>
      )}
    </figure>
  );
}

/** The place of a picture that was not accepted: "Not like you", and below "Not charged". */
export function EmptyFrame({
  icon,
  children,
  caption,
}: {
  icon?: ReactNode;
  children: ReactNode;
  caption?: ReactNode;
}) {
  return (
    <figure className="min-w-0">
      <div className="grid aspect-4/5 place-content-center place-items-center gap-1 rounded-card border border-edge border-dashed p-1.5 text-center text-12 text-ink-2 [&_svg]:size-4">
        {icon}
        {children}
      </div>
      {caption && <figcaption className="pt-1.5 text-12 text-ink-2">{caption}</figcaption>}
    </figure>
  );
}
