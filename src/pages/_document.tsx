import BaseDocument, { type DocumentContext, Head, Html, Main, NextScript } from 'next/document';
import type { Language } from '@/texts/languages';
import { incomingLanguage } from '@/texts/request-language';

/** The shell of these pages. Its own tags need the nonce of the answer's content security policy, too. */
export default class PlainDocument extends BaseDocument<{ nonce: string | undefined; language: Language }> {
  static override async getInitialProps(context: DocumentContext) {
    const nonce = context.req?.headers['x-nonce'];
    return {
      ...(await BaseDocument.getInitialProps(context)),
      nonce: typeof nonce === 'string' ? nonce : undefined,
      language: incomingLanguage(context.req),
    };
  }

  override render() {
    const { nonce, language } = this.props;
    return (
      <Html lang={language}>
        <Head nonce={nonce} />
        <body>
          <Main />
          <NextScript nonce={nonce} />
        </body>
      </Html>
    );
  }
}
