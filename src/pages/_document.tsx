import BaseDocument, { type DocumentContext, Head, Html, Main, NextScript } from 'next/document';

/** The shell of these pages. Its own tags need the nonce of the answer's content security policy, too. */
export default class PlainDocument extends BaseDocument<{ nonce: string | undefined }> {
  static override async getInitialProps(context: DocumentContext) {
    const nonce = context.req?.headers['x-nonce'];
    return {
      ...(await BaseDocument.getInitialProps(context)),
      nonce: typeof nonce === 'string' ? nonce : undefined,
    };
  }

  override render() {
    const { nonce } = this.props;
    return (
      <Html lang="en">
        <Head nonce={nonce} />
        <body>
          <Main />
          <NextScript nonce={nonce} />
        </body>
      </Html>
    );
  }
}
