/**
 * Spans of the framework carry whole addresses, and ours have secrets in them: sign-in links, invitations, signed reads. They are
 * cut to what a route is called before anything leaves the process.
 */
import type { Context } from '@opentelemetry/api';
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace-node';

const ADDRESSES = ['http.target', 'http.url', 'url.full', 'url.path', 'url.query', 'next.span_name'];

/** Hands on to `next` what has no address left. */
export class RedactSpans implements SpanProcessor {
  constructor(private readonly next: SpanProcessor) {}

  onStart(span: Span, parent: Context): void {
    this.next.onStart(span, parent);
  }

  onEnd(span: ReadableSpan): void {
    for (const name of ADDRESSES) delete span.attributes[name];
    Object.assign(span, { name: withoutAddress(span.name) });
    this.next.onEnd(span);
  }

  forceFlush(): Promise<void> {
    return this.next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.next.shutdown();
  }
}

/** `fetch GET https://api.example.test/v1/x?key=…` → `fetch GET api.example.test`; a route's pattern stays. */
export function withoutAddress(name: string): string {
  return name.replace(/https?:\/\/\S+/g, (url) => (URL.canParse(url) ? new URL(url).host : 'elsewhere'));
}
