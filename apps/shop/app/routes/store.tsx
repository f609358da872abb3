import { ProblemError, unwrap } from '@throughline/client';
import { formatDay } from '@throughline/ui/format';
import { createTranslator } from '@throughline/ui/words';
import { Form, Link, redirect } from 'react-router';
import { useFrame } from '../layout/useFrame.ts';
import { breadcrumbData } from '../seo/breadcrumbData.ts';
import { frameOf, pageMeta } from '../seo/pageMeta.ts';
import { addressOf, inEveryLanguage } from '../shared/addresses.ts';
import { serverApi } from '../shared/api.ts';
import { Breadcrumb } from '../shared/Breadcrumb.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { languageOf } from '../shared/languageOf.ts';
import type { Store as StoreFacts } from '../stores/StoreList.tsx';
import { useSayToday } from '../stores/sayToday.ts';
import { storeData } from '../stores/storeData.ts';
import styles from '../stores/storePages.module.css';
import { words } from '../stores/words.ts';
import type { Route } from './+types/store';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export async function loader(args: Route.LoaderArgs) {
  const language = languageOf(args.params);
  const { code } = args.params;
  const store = await unwrap(
    serverApi(args).GET('/api/shop/locations/{code}', { params: { path: { code: code.toUpperCase().slice(0, 24) } } }),
  ).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'not_found') throw new Response('', { status: 404 });
    throw error;
  });
  if (code !== code.toLowerCase()) throw redirect(addressOf.store(language, code), 301);
  return { store, alternates: inEveryLanguage((other) => addressOf.store(other, code)) };
}

export function meta({ loaderData, matches, params }: Route.MetaArgs) {
  if (!loaderData) return [];
  const language = languageOf(params);
  const say = createTranslator(words, language);
  const { store, alternates } = loaderData;
  const frame = frameOf(matches);
  const shop = { name: frame?.shopName ?? '', publicUrl: frame?.publicUrl ?? '' };
  return pageMeta(
    {
      language,
      title: store.name,
      description: `${store.address.line1}, ${store.address.postcode} ${store.address.city}. ${say('hours')}, ${say('phone')} ${store.phone}.`,
      alternates,
      data: [
        storeData(store, shop, language),
        breadcrumbData(
          [
            { name: shop.name, href: addressOf.home(language) },
            { name: say('title'), href: addressOf.stores(language) },
            { name: store.name, href: alternates[language] },
          ],
          shop.publicUrl,
        ),
      ],
    },
    matches,
  );
}

export default function Store({ loaderData: { store } }: Route.ComponentProps) {
  const language = useLanguage();
  const say = useWords(words);
  const sayToday = useSayToday();
  const frame = useFrame();
  const isChosen = frame?.chosenStore === store.code;
  const own = addressOf.store(language, store.code);
  return (
    <article className="page">
      <Breadcrumb
        steps={[
          { name: say('home'), href: addressOf.home(language) },
          { name: say('title'), href: addressOf.stores(language) },
        ]}
      />
      <h1 className={styles.title}>{store.name}</h1>
      <p className={styles.today}>
        {sayToday(store)}
        {isChosen && ` · ${say('chosen')}`}
      </p>
      <div className={styles.columns}>
        <section>
          <h2>{say('hours')}</h2>
          <Hours store={store} />
        </section>
        <div>
          <h2>{say('address')}</h2>
          <address>
            <p>
              {store.address.line1}
              <br />
              {store.address.postcode} {store.address.city}
            </p>
            <p>
              <a
                href={`https://www.openstreetmap.org/directions?to=${store.point.lat}%2C${store.point.lon}`}
                rel="noopener"
              >
                {say('directions')}
              </a>
            </p>
            <p>
              {say('phone')}: <a href={`tel:${store.phone}`}>{store.phone}</a>
            </p>
          </address>
          <h2>{say('can')}</h2>
          <ul className={styles.can}>
            {store.capabilities.map((capability) => (
              <li key={capability}>{say(capability)}</li>
            ))}
          </ul>
          <p className={styles.link}>
            <Link to={`${addressOf.search(language)}?at=${store.code}`}>{say('available', { store: store.name })}</Link>
          </p>
          {!isChosen && (
            <Form method="post" action={addressOf.stores(language)} preventScrollReset>
              <input type="hidden" name="intent" value="choose" />
              <input type="hidden" name="back" value={own} />
              <button type="submit" name="store" value={store.code} className="button">
                {say('choose')}
              </button>
            </Form>
          )}
        </div>
      </div>
    </article>
  );
}

const spansOf = (spans: readonly (readonly string[])[], closed: string) =>
  spans.length === 0 ? closed : spans.map(([from, to]) => `${from}–${to}`).join(', ');

function Hours({ store }: { store: StoreFacts }) {
  const language = useLanguage();
  const say = useWords(words);
  const today = weekdays[(new Date(`${store.today.date}T12:00:00Z`).getUTCDay() + 6) % 7];
  return (
    <>
      <dl className={styles.hours}>
        {weekdays.map((day) => (
          <div key={day} data-today={day === today || undefined}>
            <dt>{say(day)}</dt>
            <dd>{spansOf(store.hours[day], say('closed'))}</dd>
          </div>
        ))}
      </dl>
      {store.exceptions.length > 0 && (
        <>
          <h2>{say('exceptions')}</h2>
          <dl className={styles.hours}>
            {store.exceptions.map((exception) => (
              <div key={exception.date}>
                <dt>{formatDay(exception.date, language, store.zone)}</dt>
                <dd>
                  {spansOf(exception.open, say('closed'))}
                  {exception.note && (
                    <>
                      <br />
                      <span className={styles.note}>{exception.note}</span>
                    </>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
