/** What `/verify` says of a picture. */
export type Verification =
  | { made: false }
  | {
      made: true;
      /** `file`: these very bytes left headcraft. `copy`: it looks like a picture of ours in another size, format or compression. */
      match: 'file' | 'copy';
      /** UTC day, `2026-11-28`. */
      madeOn: string;
      /** `finished`: a real photo, cut out, lit and retouched by the studio. `drawn`: drawn anew by an AI engine. */
      kind: 'finished' | 'drawn';
    };
