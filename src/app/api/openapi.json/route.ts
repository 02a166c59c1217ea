import { openApiDocument } from '@/contract/document';
import { env } from '@/env';

let text: string | undefined;

/** The API as an OpenAPI 3.1 document, for everyone: other sites may read it too. */
export function GET(): Response {
  text ??= JSON.stringify(openApiDocument(env().appUrl));
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
    },
  });
}
