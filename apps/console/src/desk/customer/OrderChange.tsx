import { Alert, Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatDayAndTime } from '@throughline/ui/format';
import { lazy, Suspense, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import { keys, useZone } from '../queries.ts';
import classes from './customer.module.css';
import { customerWords } from './words.ts';

const OrderActs = lazy(() => import('../../office/orders/OrderActs.tsx').then((part) => ({ default: part.OrderActs })));
const Parcels = lazy(() => import('../../office/orders/Parcels.tsx').then((part) => ({ default: part.Parcels })));
const RefundForm = lazy(() =>
  import('../../office/orders/RefundForm.tsx').then((part) => ({ default: part.RefundForm })),
);

/** What can be changed of an order without leaving the conversation: lines off, another store or day, the code again. */
export function OrderChange({
  orderId,
  number,
  customerId,
  onClose,
}: {
  orderId: string;
  number: string;
  customerId: string;
  onClose: () => void;
}) {
  const w = useWords(customerWords);
  const language = useLanguage();
  const zone = useZone();
  const api = useApi();
  const me = useMe();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const [isRefunding, setRefunding] = useState(false);
  const page = useQuery({
    queryKey: ['order-page', orderId],
    queryFn: () => unwrap(api.GET('/api/staff/orders/{id}/page', { params: { path: { id: orderId } } })),
  });
  const resend = useMutation({
    mutationFn: (mailId: string) =>
      unwrap(
        api.POST('/api/staff/mail/{id}/resend', {
          params: { path: { id: mailId }, header: { 'idempotency-key': key } },
        }),
      ),
  });
  const close = () => {
    void queries.invalidateQueries({ queryKey: keys.panel(customerId) });
    onClose();
  };
  const { data } = page;
  const mayRefund = me.role === 'manager' || me.role === 'admin';
  return (
    <Dialog onClose={close} title={w('changeTitle', { number })} size="lg">
      {page.isError ? (
        <Alert color="red" role="alert">
          {page.error.message}
        </Alert>
      ) : !data ? (
        <Skeleton height={160} />
      ) : (
        <Suspense fallback={<Skeleton height={160} />}>
          {data.cancellable.length === 0 && data.work.every((one) => one.kind !== 'ship') && (
            <p className={classes.soft}>{w('nothingToChange')}</p>
          )}
          <Parcels page={data} />
          <OrderActs page={data} />
          <div className={classes.dialogActs}>
            {data.notice && (
              <Button
                variant="default"
                loading={resend.isPending}
                disabled={resend.isSuccess}
                onClick={() => data.notice && resend.mutate(data.notice.mailId)}
              >
                {resend.isSuccess
                  ? w('resent')
                  : w('resend', { time: formatDayAndTime(data.notice.at, language, zone) })}
              </Button>
            )}
            {mayRefund && (
              <Button variant="default" onClick={() => setRefunding(true)}>
                {w('refund')}
              </Button>
            )}
          </div>
          {resend.error && <p role="alert">{resend.error.message}</p>}
          {isRefunding && <RefundForm page={data} onClose={() => setRefunding(false)} />}
        </Suspense>
      )}
    </Dialog>
  );
}
