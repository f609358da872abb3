import { unwrap } from '@throughline/client';
import { Link } from 'react-router';
import { serverApi } from '../shared/api.ts';
import { useLanguage } from '../shared/language.ts';
import type { Route } from './+types/home';

export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  return unwrap(api.GET('/api/shop/search', { params: { query: { limit: 8, facets: false } } }));
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const language = useLanguage();
  return (
    <ul>
      {loaderData.items.map((item) => (
        <li key={item.productId}>
          <Link to={`/${language}/p/${item.slug}`}>{item.title}</Link>
        </li>
      ))}
    </ul>
  );
}
