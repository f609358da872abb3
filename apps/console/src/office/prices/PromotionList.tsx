import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { type Column, type Filter, List, useListPages, useListState } from '../../shared/list/index.ts';
import { PageHead, State, sent, type Tone, useRetailer } from '../../shared/page/index.ts';
import { useMe } from '../../shell/me.ts';
import { BackLink } from '../orders/OrderPage.tsx';
import classes from './prices.module.css';
import { priceWords } from './words.ts';

type Promotion = Answer<'/api/staff/promotions', 'get'>['items'][number];
const states = ['active', 'scheduled', 'ended', 'archived'] as const;
const tones: Record<Promotion['state'], Tone> = {
  active: 'good',
  scheduled: 'info',
  ended: 'plain',
  archived: 'plain',
};

export function PromotionList() {
  const t = useWords(priceWords);
  const language = useLanguage();
  const api = useApi();
  const me = useMe();
  const queries = useQueryClient();
  const list = useListState();
  const { zone } = useRetailer();
  const filter = { state: states.find((one) => one === list.search.state) };
  const pages = useListPages<Promotion>(['promotions', filter], (cursor) =>
    unwrap(api.GET('/api/staff/promotions', { params: { query: sent({ ...filter, cursor, limit: 50 }) } })),
  );
  const act = useMutation({
    mutationFn: async ({ promotion, what }: { promotion: Promotion; what: 'ended' | 'archived' }) => {
      const params = { path: { id: promotion.id } };
      const { version } = promotion;
      await (what === 'ended'
        ? unwrap(api.PATCH('/api/staff/promotions/{id}', { params, body: { version, endsAt: 'now' } }))
        : unwrap(api.POST('/api/staff/promotions/{id}/archive', { params, body: { version } })));
      return what;
    },
    onSuccess: async (what) => {
      notifications.show({ message: t(what) });
      await queries.invalidateQueries({ queryKey: ['promotions'] });
    },
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  const scope = (item: Promotion) => (item.variantCount === null ? t('all') : t('nVariants', { n: item.variantCount }));
  const acts = (item: Promotion) =>
    me.role !== 'admin' ? null : item.state === 'active' || item.state === 'scheduled' ? (
      <Button
        variant="subtle"
        size="compact-sm"
        tabIndex={-1}
        onClick={() => act.mutate({ promotion: item, what: item.state === 'active' ? 'ended' : 'archived' })}
      >
        {t(item.state === 'active' ? 'endNow' : 'archive')}
      </Button>
    ) : item.state === 'ended' ? (
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        tabIndex={-1}
        onClick={() => act.mutate({ promotion: item, what: 'archived' })}
      >
        {t('archive')}
      </Button>
    ) : null;
  const columns: Column<Promotion>[] = [
    {
      id: 'name',
      label: t('name'),
      width: 'minmax(200px, 2fr)',
      cell: (item) => item.name[language],
      csv: (item) => item.name[language],
    },
    {
      id: 'gives',
      label: t('gives'),
      width: '80px',
      align: 'end',
      cell: (item) => `−${item.basisPoints / 100} %`,
      csv: (item) => item.basisPoints / 100,
    },
    { id: 'scope', label: t('scope'), width: 'minmax(110px, 1fr)', cell: scope, csv: scope },
    {
      id: 'code',
      label: t('code'),
      width: 'minmax(110px, 1fr)',
      cell: (item) => item.code ?? <span className={classes.soft}>{t('noCode')}</span>,
      csv: (item) => item.code,
    },
    {
      id: 'begins',
      label: t('begins'),
      width: '160px',
      cell: (item) => formatDayAndTime(item.startsAt, language, zone),
      csv: (item) => item.startsAt,
    },
    {
      id: 'ends',
      label: t('ends'),
      width: '160px',
      cell: (item) =>
        item.endsAt ? (
          formatDayAndTime(item.endsAt, language, zone)
        ) : (
          <span className={classes.soft}>{t('noEnd')}</span>
        ),
      csv: (item) => item.endsAt,
    },
    {
      id: 'state',
      label: t('state'),
      width: '120px',
      cell: (item) => <State tone={tones[item.state]}>{t(`s_${item.state}`)}</State>,
      csv: (item) => t(`s_${item.state}`),
    },
    { id: 'acts', label: t('acts'), width: '130px', align: 'end', cell: acts },
  ];
  const filters: Filter[] = [
    { id: 'state', label: t('state'), options: states.map((value) => ({ value, label: t(`s_${value}`) })) },
  ];
  const add = me.role === 'admin' && (
    <Button component={Link} to="/office/promotions/new" leftSection={<IconPlus size={16} aria-hidden="true" />}>
      {t('newPromotion')}
    </Button>
  );
  return (
    <>
      <PageHead back={<BackLink to="/office/prices" label={t('back')} />} title={t('promotions')}>
        {add}
      </PageHead>
      <List
        id="promotions"
        label={t('promotions')}
        state={list}
        pages={pages}
        columns={columns}
        filters={filters}
        keyOf={(item) => item.id}
        open={() => undefined}
        first={{ title: t('firstPromoTitle'), text: t('firstPromoText'), action: add }}
        narrow={(item) => (
          <div className={classes.narrow}>
            <span>
              {item.name[language]}
              <br />
              <State tone={tones[item.state]}>{t(`s_${item.state}`)}</State>
            </span>
            <span>
              −{item.basisPoints / 100} %<br />
              {acts(item)}
            </span>
          </div>
        )}
      />
    </>
  );
}
