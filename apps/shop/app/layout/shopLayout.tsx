import { isLanguage } from '@throughline/ui/words';
import { lazy, Suspense } from 'react';
import { Outlet, redirect } from 'react-router';
import { ChatLauncher } from '../chat/ChatLauncher.tsx';
import { PageTracker } from '../consent/PageTracker.tsx';
import { serverApi } from '../shared/api.ts';
import { useWords } from '../shared/language.ts';
import { Still, useStarted } from '../shared/Still.tsx';
import { variesByVisitor, visitorLanguage } from '../shared/visitorLanguage.ts';
import type { Route } from './+types/shopLayout';
import { Header } from './Header.tsx';
import { readFrame } from './readFrame.ts';
import styles from './shopLayout.module.css';
import { useFocusOnArrival } from './useFocusOnArrival.ts';
import { words } from './words.ts';

// Styles do not wait for scripts: the server's page needs them.
import '../consent/ConsentBanner.module.css';
import './DemoStrip.module.css';
import './Footer.module.css';

/** Links and the company's address, which only say something: left as the server drew them (Still). */
const Footer = lazy(async () => ({ default: (await import('./Footer.tsx')).Footer }));
const DemoStrip = lazy(async () => ({ default: (await import('./DemoStrip.tsx')).DemoStrip }));

/** Asked once in six months; all other visits go without its script. */
const ConsentBanner = lazy(async () => ({
  default: (await import('../consent/ConsentBanner.tsx')).ConsentBanner,
}));

export async function loader(args: Route.LoaderArgs) {
  const { language } = args.params;
  if (!isLanguage(language)) throw withLanguage(args.request, args.url);
  return readFrame(serverApi(args), args.request, language, args.context);
}

/**
 * `/p/lund-sofa`, `/orders/…`, `/returns`: what is said without a language (old links, advertisements, a till's slip)
 * leads to the page in the visitor's. A file that is not there is not there in any language.
 */
function withLanguage(request: Request, { pathname, search }: URL): Response {
  if (/\.\w{1,8}$/.test(pathname)) return new Response('', { status: 404 });
  return redirect(`/${visitorLanguage(request)}${pathname}${search}`, { headers: variesByVisitor });
}

/** The frame stays while pages change; it is read anew after a deed (cart, store, consent) and in another language. */
export function shouldRevalidate({
  currentParams,
  nextParams,
  formMethod,
  defaultShouldRevalidate,
}: {
  currentParams: { language?: string };
  nextParams: { language?: string };
  formMethod?: string;
  defaultShouldRevalidate: boolean;
}): boolean {
  if (formMethod && formMethod !== 'GET') return defaultShouldRevalidate;
  return currentParams.language !== nextParams.language;
}

/** Header and footer of every page. */
export default function ShopLayout({ loaderData: frame }: Route.ComponentProps) {
  const say = useWords(words);
  useStarted();
  useFocusOnArrival();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {say('skip')}
      </a>
      {/* First, so that it knows of consent before a page tells of what it shows. */}
      <PageTracker consent={frame.consent} writeKey={frame.writeKey} />
      {frame.demo && (
        <Still id="demo" awake={false}>
          <Suspense>
            <DemoStrip mailbox={frame.mailbox} />
          </Suspense>
        </Still>
      )}
      <Header frame={frame} />
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
      <Still id="footer" awake={false}>
        <Suspense>
          <Footer frame={frame} />
        </Suspense>
      </Still>
      <ChatLauncher />
      {frame.consent === null && frame.writeKey !== null && (
        <Suspense>
          <ConsentBanner words={frame.banner} />
        </Suspense>
      )}
    </div>
  );
}
