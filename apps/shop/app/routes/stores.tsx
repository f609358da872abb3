import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { Form, redirect } from 'react-router';
import { pageMeta } from '../seo/pageMeta.ts';
import { addressOf, inEveryLanguage, ownPath } from '../shared/addresses.ts';
import { serverApi } from '../shared/api.ts';
import { Breadcrumb } from '../shared/Breadcrumb.tsx';
import { readChosenStore, storeCookie } from '../shared/chosenStore.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { languageOf } from '../shared/languageOf.ts';
import { StoreList } from '../stores/StoreList.tsx';
import styles from '../stores/storePages.module.css';
import { words } from '../stores/words.ts';
import type { Route } from './+types/stores';

export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  const asked = (args.url.searchParams.get('near') ?? '').trim().slice(0, 100);
  const town = asked
    ? (await unwrap(api.GET('/api/shop/towns', { params: { query: { query: asked.slice(0, 60), limit: 1 } } })))
        .items[0]
    : undefined;
  const near = town ? `${town.point.lat},${town.point.lon}` : readChosenStore(args.request)?.near;
  const { items } = await unwrap(api.GET('/api/shop/locations', { params: { query: near ? { near } : {} } }));
  return {
    asked,
    town: town?.name ?? null,
    stores: items,
    alternates: inEveryLanguage(addressOf.stores),
  };
}

/** Remembers the store a shopper chose, wherever on the page they did. */
export async function action(args: Route.ActionArgs) {
  const language = languageOf(args.params);
  const form = await args.request.formData();
  const code = String(form.get('store') ?? '');
  const { items } = await unwrap(serverApi(args).GET('/api/shop/locations'));
  const store = items.find((one) => one.code === code);
  return redirect(ownPath(form.get('back')) ?? addressOf.stores(language), {
    headers: { 'set-cookie': storeCookie(store) },
  });
}

export function meta({ loaderData, matches, params }: Route.MetaArgs) {
  if (!loaderData) return [];
  const language = languageOf(params);
  const say = createTranslator(words, language);
  return pageMeta(
    { language, title: say('title'), description: say('description'), alternates: loaderData.alternates },
    matches,
  );
}

export default function Stores({ loaderData: { asked, town, stores } }: Route.ComponentProps) {
  const language = useLanguage();
  const say = useWords(words);
  return (
    <div className="page">
      <Breadcrumb steps={[{ name: say('home'), href: addressOf.home(language) }]} />
      <h1 className={styles.title}>{say('title')}</h1>
      <Form method="get" className={styles.near}>
        <label>
          <span>{say('town')}</span>
          <input
            name="near"
            defaultValue={asked}
            placeholder={say('townHint')}
            autoComplete="address-level2"
            maxLength={60}
            className="field"
          />
        </label>
        <button type="submit" className="button">
          {say('find')}
        </button>
      </Form>
      <p role="status" className={styles.status}>
        {town ? say('near', { town }) : asked ? say('unknownTown', { town: asked }) : ''}
      </p>
      <StoreList stores={stores} />
    </div>
  );
}
