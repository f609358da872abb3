import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import office from '../../office/office.module.css';
import { BackLink } from '../../office/orders/OrderPage.tsx';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, State, Waiting } from '../../shared/page/index.ts';
import classes from '../customers.module.css';
import { profileWords } from '../words.ts';
import { type Trait, TraitForm } from './TraitForm.tsx';
import { traitWords } from './words.ts';

/** As the figures of a customer's page are called there. */
const figureWords = {
  value_minor: 'value',
  orders: 'ordersColumn',
  average_minor: 'averageBasket',
  returned_minor: 'returned',
  return_rate_bp: 'returnRate',
  first_purchase_at: 'firstPurchase',
  last_purchase_at: 'lastPurchase',
  favourite_location_id: 'store',
  favourite_channel: 'channel',
  favourite_category_id: 'category',
} as const;
const isFigure = (name: string): name is keyof typeof figureWords => name in figureWords;

/** What may be known of customers: asked and written down, or worked out. */
export function TraitsPage() {
  const t = useWords(traitWords);
  const figure = useWords(profileWords);
  const api = useApi();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Trait | 'new'>();
  const { data, error, refetch } = useQuery({
    queryKey: ['trait-catalogue'],
    queryFn: () => unwrap(api.GET('/api/staff/customers/trait-catalogue')),
  });
  const reread = () => void queries.invalidateQueries({ queryKey: ['trait-catalogue'] });
  const archive = useMutation({
    mutationFn: ({ name, version }: Trait) =>
      unwrap(
        api.POST('/api/staff/customers/traits/{name}/archive', {
          params: { path: { name }, header: { 'idempotency-key': newKey() } },
          body: { version },
        }),
      ),
    onSettled: reread,
  });
  return (
    <>
      <PageHead title={t('title')} back={<BackLink to="/office/customers" label={t('back')} />}>
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
          {t('add')}
        </Button>
      </PageHead>
      <div className={`${office.document} ${office.narrowDocument}`}>
        <p className={classes.lead}>{t('hint')}</p>
        {archive.error && (
          <p role="alert" className={classes.bad}>
            {archive.error.message}
          </p>
        )}
        {error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting label={t('title')} />
        ) : (
          <>
            <Section title={t('stated')}>
              {data.items.length === 0 && <p className={classes.soft}>{t('none')}</p>}
              <ul className={classes.rows}>
                {data.items.map((trait) => (
                  <Stated
                    key={trait.name}
                    trait={trait}
                    isBusy={archive.isPending}
                    onEdit={() => setEdited(trait)}
                    onArchive={() => archive.mutate(trait)}
                  />
                ))}
              </ul>
            </Section>
            <Section title={t('computed')}>
              <ul className={classes.rows}>
                {data.computed.map(({ name, sql }) => (
                  <li key={name}>
                    <span>
                      {isFigure(name) ? figure(figureWords[name]) : name}
                      <small>
                        <code>{sql.replace(/\s+/g, ' ')}</code>
                      </small>
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </div>
      {edited && (
        <Dialog title={t(edited === 'new' ? 'add' : 'change')} onClose={() => setEdited(undefined)}>
          <TraitForm
            trait={edited === 'new' ? undefined : edited}
            onDone={() => {
              setEdited(undefined);
              reread();
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function Stated(props: { trait: Trait; isBusy: boolean; onEdit(): void; onArchive(): void }) {
  const { trait, isBusy, onEdit, onArchive } = props;
  const t = useWords(traitWords);
  const language = useLanguage();
  const roles = (names: Trait['seenBy']) => names.map((role) => t(role)).join(', ');
  return (
    <li>
      <span>
        {trait.label[language]} {trait.isArchived && <State tone="plain">{t('archived')}</State>}
        <small>{[t(trait.type), trait.name, t('known', { n: trait.customers })].join(' · ')}</small>
        <small>
          {[t('seen', { roles: roles(trait.seenBy) }), t('filled', { roles: roles(trait.setBy) })].join(' · ')}
        </small>
        {trait.isPii && <small>{t('personal')}</small>}
      </span>
      <span>
        <Button variant="subtle" size="compact-sm" onClick={onEdit}>
          {t(trait.isArchived ? 'restore' : 'change')}
        </Button>
        {!trait.isArchived && (
          <Button variant="subtle" color="gray" size="compact-sm" disabled={isBusy} onClick={onArchive}>
            {t('archive')}
          </Button>
        )}
      </span>
    </li>
  );
}
