import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { formatMoney } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useHere } from '../frame/useStore.ts';
import { Button, Empty, Notice, Picture, Skeletons, Tag } from '../parts/index.tsx';
import { addToSale, keepSale, saleNow } from '../till/saleDraft.ts';
import { useNow } from '../today/useNow.ts';
import { WorkCard } from '../today/WorkCard.tsx';
import classes from './find.module.css';
import { type Found, findQuery, isNothing } from './lookUp.ts';
import { Verdict } from './Verdict.tsx';
import { findWords } from './words.ts';

const route = getRouteApi('/shell/floor/find');

/** What was found, each by what it is. */
export function Find() {
  const t = useWords(findWords);
  const language = useLanguage();
  const here = useHere();
  const { q } = route.useSearch();
  const found = useQuery({ ...findQuery(q, here.id, language), enabled: q !== '' });
  return (
    <div className={classes.find}>
      <h1>
        {t('title')} <span>{t('for', { text: q })}</span>
      </h1>
      {found.data ? (
        isNothing(found.data) && !found.data.desk ? (
          <Empty title={t('nothing')}>
            <p>{t('nothingText')}</p>
            <Button onClick={() => document.querySelector<HTMLInputElement>('[data-floor-search]')?.focus()}>
              {t('tryAgain')}
            </Button>
          </Empty>
        ) : (
          <Results found={found.data} zone={here.zone} onChanged={() => void found.refetch()} />
        )
      ) : found.isError ? (
        <Notice tone="brick" role="alert">
          <span>{t('failed')}</span>
          <Button onClick={() => void found.refetch()}>{t('again')}</Button>
        </Notice>
      ) : (
        <Skeletons count={4} />
      )}
    </div>
  );
}

function Results({ found, zone, onChanged }: { found: Found; zone: string; onChanged(): void }) {
  const t = useWords(findWords);
  const language = useLanguage();
  const now = useNow();
  const navigate = useNavigate();
  const { desk } = found;
  return (
    <>
      {desk && <Verdict desk={desk} onChanged={onChanged} />}
      {found.works.length > 0 && (
        <section>
          <h2>{t('work')}</h2>
          <p className={classes.hint}>{t('askTwo')}</p>
          {found.works.map((row) => (
            <WorkCard key={row.id} row={row} zone={zone} now={now} />
          ))}
        </section>
      )}
      {found.customers.length > 0 && (
        <section>
          <h2>{t('customers')}</h2>
          <ul className={classes.list}>
            {found.customers.map((person) => (
              <li key={person.id} className={classes.item}>
                <Link to="/customers/$id" params={{ id: person.id }}>
                  <strong>{person.name ?? t('noName')}</strong>
                  <span>
                    {[person.phone?.masked, person.email?.masked].filter(Boolean).join(' · ')} ·{' '}
                    {t(person.verified ? 'verified' : 'claimed')}
                  </span>
                </Link>
                <Button
                  onClick={() => {
                    keepSale({ ...saleNow(), code: undefined, customerId: person.id });
                    void navigate({ to: '/floor/till' });
                  }}
                >
                  {t('choose')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.goods.length > 0 && (
        <section>
          <h2>{t('goods')}</h2>
          <ul className={classes.list}>
            {found.goods.map(({ variant, price, freeHere, freeElsewhere }) => (
              <li key={variant.id} className={classes.item}>
                <Picture url={variant.pictureUrl} />
                <Link to="/floor/stock/$variantId" params={{ variantId: variant.id }} data-row>
                  <strong>{variant.title}</strong>
                  <span>{variant.optionsText}</span>
                  <span className={classes.tags}>
                    {price && <b>{formatMoney(price.unit, language)}</b>}
                    <Tag tone={freeHere > 0 ? 'velvet' : undefined}>{t('freeHere', { n: freeHere })}</Tag>
                    <span>{t('elsewhere', { n: freeElsewhere })}</span>
                  </span>
                </Link>
                <Button
                  disabled={freeHere === 0}
                  onClick={() => {
                    addToSale(variant.id);
                    void navigate({ to: '/floor/till' });
                  }}
                >
                  {t('sell')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
