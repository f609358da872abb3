import { Button } from '@mantine/core';
import { IconAt } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatAgo } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useNow } from '../useNow.ts';
import classes from './inbox.module.css';
import { mentionWords } from './mentionWords.ts';

const key = ['desk', 'mentions'];

/** Notes on orders in which a colleague calls me. */
export function Mentions() {
  const t = useWords(mentionWords);
  const language = useLanguage();
  const api = useApi();
  const now = useNow();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => unwrap(api.GET('/api/staff/mentions')),
    refetchInterval: 60_000,
  });
  const see = useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST('/api/staff/mentions/{id}/seen', { params: { path: { id } }, body: {} })),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  const items = data?.items ?? [];
  const news = items.filter((one) => !one.seen).length;
  const label = news > 0 ? t('mentionsNew', { n: news }) : t('mentions');
  return (
    <>
      <button
        type="button"
        className={`${classes.iconButton} ${news > 0 ? classes.called : ''}`}
        onClick={() => setOpen(true)}
        title={label}
      >
        <IconAt size={18} stroke={1.6} aria-hidden="true" />
        {news > 0 && <span aria-hidden="true">{news}</span>}
        <span className={classes.hidden}>{label}</span>
      </button>
      {isOpen && (
        <Dialog onClose={() => setOpen(false)} title={t('mentions')}>
          {items.length === 0 && <p>{t('mentionsNone')}</p>}
          <ul className={classes.mentions}>
            {items.map((one) => (
              <li key={one.id} data-seen={one.seen}>
                <p>
                  <strong>{one.by ?? t('colleague')}</strong> · {formatAgo(one.at, now, language)}
                </p>
                <p>{one.text}</p>
                <p className={classes.mentionActs}>
                  <Link to="/office/orders/$id" params={{ id: one.orderId }} onClick={() => see.mutate(one.id)}>
                    {t('mentionOrder', { number: one.orderNumber })}
                  </Link>
                  {!one.seen && (
                    <Button size="compact-sm" variant="default" onClick={() => see.mutate(one.id)}>
                      {t('mentionSeen')}
                    </Button>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
