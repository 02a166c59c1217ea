type ProgressLineProps = {
  /** 0–100. */
  value: number;
  /** What is loading, read aloud: "Uploading portrait.jpg". */
  label: string;
  className?: string;
};

/** Short, thin progress: one file on its way. Long work gets an `Exposure`. */
export function ProgressLine({ value, label, className }: ProgressLineProps) {
  const percent = Math.round(Math.min(100, Math.max(0, value)));
  return (
    <div
      role="progressbar"
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-label={label}
      className={className}
    >
      <div className="h-1 overflow-hidden rounded-full bg-wash-2">
        <div
          className="h-full origin-left bg-key transition-transform"
          style={{ transform: `scaleX(${percent / 100})` }}
        />
      </div>
    </div>
  );
}
