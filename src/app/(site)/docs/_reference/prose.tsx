/** A sentence whose code stands between backquotes. */
export function Prose({ text }: { text: string }) {
  return text.split('`').map((part, at) => {
    const key = `${at}:${part}`;
    return at % 2 === 1 ? (
      <code key={key} className="text-[0.92em]">
        {part}
      </code>
    ) : (
      part
    );
  });
}

/** A block of code, which scrolls sideways where it is too wide. */
export function Code({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto rounded-card border bg-card" tabIndex={0} aria-label={label}>
      <pre className="p-4 text-12 leading-5">
        <code>{text}</code>
      </pre>
    </section>
  );
}
