'use client';

import { Camera } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { cn } from '@/components/ui/cn';

type FileDropProps = {
  /** "Add photos". */
  label: string;
  /** Below the label: "drop, paste or browse". */
  hint?: ReactNode;
  /** Media types, as in an input: "image/jpeg,image/png". */
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
  className?: string;
};

/**
 * Takes files by drop, paste anywhere on the page, the picker, and the camera of a phone. Checks nothing: the
 * `accept` list only guides the picker, the server decides by content.
 */
export function FileDrop({
  label,
  hint,
  accept,
  multiple = true,
  disabled = false,
  onFiles,
  className,
}: FileDropProps) {
  const [over, setOver] = useState(false);

  useEffect(() => {
    if (disabled) return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [disabled, onFiles]);

  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!disabled) onFiles([...event.dataTransfer.files]);
      }}
      className={cn(
        'grid cursor-pointer place-content-center place-items-center gap-1.5 rounded-card border border-edge border-dashed p-4 text-center text-12 text-ink-2 transition-colors hover:border-ink-3 hover:bg-wash has-focus-visible:outline-2 has-focus-visible:outline-key has-focus-visible:outline-offset-2 has-disabled:cursor-not-allowed has-disabled:opacity-50',
        over && 'border-key bg-key-wash',
        className,
      )}
    >
      <Camera className="size-5" aria-hidden="true" />
      <span>
        <span className="block font-semibold text-ink">{label}</span>
        {hint}
      </span>
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
