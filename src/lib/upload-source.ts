type Variables = Record<string, string | undefined>;

/**
 * Where browsers send photos past us, as a source of a content security policy: an origin, or a path that ends in a slash. Null when
 * they send them to us. Reads the variables of the blob store itself, because `middleware.ts` runs without `env.ts`.
 */
export function uploadSource(variables: Variables): string | null {
  const { BLOB_READ_WRITE_TOKEN, VERCEL_BLOB_API_URL, S3_BUCKET, S3_ENDPOINT, S3_REGION } = variables;
  if (BLOB_READ_WRITE_TOKEN) return `${VERCEL_BLOB_API_URL || 'https://vercel.com/api/blob'}/`;
  if (!S3_BUCKET) return null;
  if (S3_ENDPOINT) return URL.canParse(S3_ENDPOINT) ? new URL(S3_ENDPOINT).origin : null;
  const host = `s3.${S3_REGION || 'us-east-1'}.amazonaws.com`;
  // A certificate for one level below Amazon's host does not cover a bucket with dots.
  return S3_BUCKET.includes('.') ? `https://${host}` : `https://${S3_BUCKET}.${host}`;
}
