import { Bust, LineDrawing } from '@/components/brand/line-drawing';

type DrawingProps = { className?: string };

/** Empty chairs around one person: no members yet. */
export function EmptyTeam({ className }: DrawingProps) {
  return (
    <LineDrawing width={160} height={96} className={className}>
      <Bust x={80} y={32} scale={1.2} lit />
      <g opacity=".55" strokeDasharray="2 4">
        <Bust x={34} y={42} scale={0.9} />
        <Bust x={126} y={42} scale={0.9} />
      </g>
    </LineDrawing>
  );
}

/** An aperture standing open over an empty line: no credits, no moves. */
export function EmptyLedger({ className }: DrawingProps) {
  return (
    <LineDrawing width={160} height={96} className={className}>
      <circle cx="80" cy="36" r="24" />
      <path d="M80 12l-10.400 18M100.800 24H80M100.800 48L90.400 30M80 60l10.400-18M59.200 48H80M59.200 24l10.400 18" />
      <circle cx="80" cy="36" r="12" stroke="var(--key)" />
      <path d="M28 78h104M28 88h64" opacity=".55" strokeDasharray="2 4" />
    </LineDrawing>
  );
}

/** An envelope with nothing on it: no notices. */
export function EmptyTray({ className }: DrawingProps) {
  return (
    <LineDrawing width={160} height={96} className={className}>
      <rect x="50" y="24" width="60" height="40" rx="4" />
      <path d="m51 28 29 20 29-20" stroke="var(--key)" />
      <path d="M32 76h96M44 84h72" opacity=".55" strokeDasharray="2 4" />
    </LineDrawing>
  );
}

/** A frame whose picture is not there: page not found, nothing matches. */
export function EmptyPicture({ className }: DrawingProps) {
  return (
    <LineDrawing width={160} height={96} className={className}>
      <path d="M66 12l14-8 14 8" opacity=".55" />
      <rect x="52" y="12" width="56" height="70" rx="6" />
      <g strokeDasharray="2 4" opacity=".55">
        <Bust x={80} y={40} scale={0.95} />
      </g>
      <path d="M52 38h6M102 38h6" stroke="var(--key)" />
    </LineDrawing>
  );
}

/** A tripod that fell over: something failed. */
export function FallenTripod({ className }: DrawingProps) {
  return (
    <LineDrawing width={160} height={96} className={className}>
      <path d="M24 84h112" opacity=".55" />
      <g transform="rotate(72 84 60)">
        <rect x="70" y="14" width="28" height="19" rx="3" />
        <circle cx="86" cy="23.500" r="5.500" stroke="var(--key)" />
        <path d="M84 33v10m0 0L72 78m12-35 12 35M84 43v35" />
      </g>
      <path d="M40 40l-5-5M34 52h-7M48 32l-3-7" opacity=".55" />
    </LineDrawing>
  );
}

/** A plug beside its socket: no connection. */
export function Unplugged({ className }: DrawingProps) {
  return (
    <LineDrawing width={160} height={96} className={className}>
      <path d="M20 84h120" opacity=".55" />
      <path d="M20 52h26" />
      <rect x="46" y="38" width="24" height="28" rx="4" />
      <path d="M70 46h9M70 58h9" stroke="var(--key)" />
      <rect x="94" y="34" width="26" height="36" rx="6" />
      <path d="M94 46h7M94 58h7M120 52h20" />
      <path d="M84 34l-3-6M90 30v-7M82 72l-3 5" opacity=".55" />
    </LineDrawing>
  );
}
