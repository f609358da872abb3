import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/lora/wght.css';
import '@throughline/ui/tokens.css';
import '@throughline/ui/channels.css';
import './shop.css';
import { isLanguage } from '@throughline/ui/words';
import type { ReactNode } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useParams } from 'react-router';
import { useNonce } from './shared/nonce.ts';

/** The document around every page. */
export function Layout({ children }: { children: ReactNode }) {
  const { language } = useParams();
  const nonce = useNonce();
  return (
    <html lang={isLanguage(language) ? language : 'pl'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export { ErrorPage as ErrorBoundary } from './layout/ErrorPage.tsx';
