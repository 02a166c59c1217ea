type Props = { data: Record<string, unknown>; nonce: string | undefined };

/** What a page is about, for search engines (JSON-LD, schema.org). Says nothing that the page does not show. */
export function StructuredData({ data, nonce }: Props) {
  // `<` is written as an escape, so that no text can end the element.
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own constants, escaped above
    <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: json }} />
  );
}
