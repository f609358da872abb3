import { Button, Checkbox, CopyButton, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { formatAgo, formatDayAndTime } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, State, type Tone, useRetailer, Waiting } from '../../shared/page/index.ts';
import classes from '../money/money.module.css';
import office from '../office.module.css';
import { webhookWords } from './words.ts';

type Endpoint = Answer<'/api/staff/webhooks', 'get'>['items'][number];
type Delivery = Answer<'/api/staff/webhook-deliveries', 'get'>['items'][number];

const key = ['webhooks'];

/** Which other systems hear of what, whether they do, and again where they did not. */
export function WebhooksPage() {
  const t = useWords(webhookWords);
  const api = useApi();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => ({
      endpoints: (await unwrap(api.GET('/api/staff/webhooks'))).items,
      log: (await unwrap(api.GET('/api/staff/webhook-deliveries', { params: { query: { limit: 50 } } }))).items,
    }),
    refetchInterval: 15_000,
  });
  return (
    <>
      <PageHead title={t('title')} count={data?.endpoints.length ?? null}>
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </PageHead>
      <div className={`${office.document} ${office.narrowDocument}`}>
        {error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting label={t('title')} />
        ) : (
          <>
            <p className={classes.soft}>{t(data.endpoints.length === 0 ? 'none' : 'hint')}</p>
            <ul className={classes.list}>
              {data.endpoints.map((endpoint) => (
                <EndpointRow key={endpoint.id} endpoint={endpoint} />
              ))}
            </ul>
            <Section title={t('log')}>
              {data.log.length === 0 && <p className={classes.soft}>{t('logNone')}</p>}
              <ul className={classes.list}>
                {data.log.map((delivery) => (
                  <DeliveryRow key={delivery.id} delivery={delivery} />
                ))}
              </ul>
            </Section>
          </>
        )}
      </div>
      {isAdding && <AddEndpoint onClose={() => setAdding(false)} />}
    </>
  );
}

const isInOverlap = ({ oldSecretUntil }: Endpoint): boolean =>
  oldSecretUntil !== null && Date.parse(oldSecretUntil) > Date.now();

function EndpointRow({ endpoint }: { endpoint: Endpoint }) {
  const t = useWords(webhookWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const queries = useQueryClient();
  const params = { path: { id: endpoint.id } };
  const done = { onSuccess: () => queries.invalidateQueries({ queryKey: key }) };
  const change = useMutation({
    mutationFn: (active: boolean) => unwrap(api.PATCH('/api/staff/webhooks/{id}', { params, body: { active } })),
    ...done,
  });
  const [asked, setAsked] = useState<'secret' | 'range'>();
  const test = useMutation({
    mutationFn: () => unwrap(api.POST('/api/staff/webhooks/{id}/test', { params })),
    async onSuccess() {
      notifications.show({ message: t('tested') });
      await queries.invalidateQueries({ queryKey: key });
    },
  });
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/staff/webhooks/{id}', { params })),
    ...done,
  });
  return (
    <li>
      <span>
        {endpoint.url}
        <small>
          {[
            endpoint.description,
            isInOverlap(endpoint) &&
              t('bothSecrets', { until: formatDayAndTime(endpoint.oldSecretUntil ?? '', language, zone) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <small>{endpoint.types.join(', ')}</small>
      <State tone={endpoint.active ? 'good' : endpoint.disabledReason ? 'bad' : 'plain'}>
        {endpoint.active
          ? t('on')
          : endpoint.disabledReason
            ? t('offBecause', { reason: endpoint.disabledReason })
            : t('off')}
      </State>
      <span className={classes.acts}>
        <Button variant="subtle" size="compact-sm" loading={test.isPending} onClick={() => test.mutate()}>
          {t('test')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => setAsked('range')}>
          {t('replayRange')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => setAsked('secret')}>
          {t('newSecret')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => change.mutate(!endpoint.active)}>
          {t(endpoint.active ? 'switchOff' : 'switchOn')}
        </Button>
        <Button variant="subtle" color="red" size="compact-sm" onClick={() => remove.mutate()}>
          {t('remove')}
        </Button>
      </span>
      {asked === 'secret' && <NewSecret endpoint={endpoint} onClose={() => setAsked(undefined)} />}
      {asked === 'range' && <ReplayRange endpoint={endpoint} onClose={() => setAsked(undefined)} />}
    </li>
  );
}

const tones: Record<string, Tone> = { delivered: 'good', pending: 'waiting', failed: 'bad' };

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const t = useWords(webhookWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/staff/webhook-deliveries/{id}/replay', { params: { path: { id: delivery.id } } })),
    async onSuccess() {
      notifications.show({ message: t('replayed') });
      await queries.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <li>
      <span>
        {delivery.eventType}
        <small>{delivery.eventId}</small>
      </span>
      <small>
        {formatAgo(delivery.createdAt, new Date(), language)} · {t('attempts', { n: delivery.attempts })}
        {delivery.lastError && ` · ${delivery.lastError}`}
      </small>
      <State tone={tones[delivery.state] ?? 'plain'}>{t(delivery.state as 'pending')}</State>
      <span className={classes.acts}>
        <Button variant="subtle" size="compact-sm" loading={replay.isPending} onClick={() => replay.mutate()}>
          {t('replay')}
        </Button>
      </span>
    </li>
  );
}

/** Once, and never again. */
function ShownSecret({ secret }: { secret: string }) {
  const t = useWords(webhookWords);
  return (
    <div className={classes.form}>
      <p>{t('secret')}</p>
      <code className={classes.secret}>{secret}</code>
      <CopyButton value={secret}>
        {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>}
      </CopyButton>
    </div>
  );
}

function NewSecret({ endpoint, onClose }: { endpoint: Endpoint; onClose(): void }) {
  const t = useWords(webhookWords);
  const api = useApi();
  const queries = useQueryClient();
  const [isLeaked, setLeaked] = useState(false);
  const [once] = useState(newKey);
  const change = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/webhooks/{id}/secret', {
          params: { path: { id: endpoint.id } },
          headers: { 'idempotency-key': once },
          body: { overlapHours: isLeaked ? 0 : 24 },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  const secret = change.data?.secret;
  return (
    <Dialog onClose={onClose} title={t('newSecret')}>
      {secret ? (
        <ShownSecret secret={secret} />
      ) : (
        <form onSubmit={submit} className={classes.form}>
          <p>{t(isLeaked ? 'voidAtOnce' : 'overlap')}</p>
          <Checkbox
            label={t('leaked')}
            checked={isLeaked}
            onChange={(event) => setLeaked(event.currentTarget.checked)}
          />
          {change.error && (
            <p role="alert" className={classes.bad}>
              {change.error.message}
            </p>
          )}
          <Button type="submit" loading={change.isPending}>
            {t('newSecret')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}

const localNow = (minusHours: number): string => {
  const at = new Date(Date.now() - minusHours * 3_600_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

function ReplayRange({ endpoint, onClose }: { endpoint: Endpoint; onClose(): void }) {
  const t = useWords(webhookWords);
  const api = useApi();
  const queries = useQueryClient();
  const [from, setFrom] = useState(() => localNow(24));
  const [to, setTo] = useState(() => localNow(0));
  const [onlyFailed, setOnlyFailed] = useState(true);
  const replay = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/webhooks/{id}/replay', {
          params: { path: { id: endpoint.id } },
          // The end names a minute; what was sent within it belongs to it.
          body: {
            from: new Date(from).toISOString(),
            to: new Date(Date.parse(new Date(to).toISOString()) + 59_999).toISOString(),
            onlyFailed,
          },
        }),
      ),
    async onSuccess({ queued, more }) {
      notifications.show({ message: t(more ? 'replayedMore' : 'replayedRange', { n: queued }) });
      await queries.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    replay.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('replayRange')}>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          type="datetime-local"
          label={t('from')}
          value={from}
          required
          withAsterisk={false}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t('to')}
          value={to}
          required
          withAsterisk={false}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Checkbox
          label={t('onlyFailed')}
          checked={onlyFailed}
          onChange={(event) => setOnlyFailed(event.currentTarget.checked)}
        />
        {replay.error && (
          <p role="alert" className={classes.bad}>
            {replay.error.message}
          </p>
        )}
        <Button type="submit" loading={replay.isPending}>
          {t('replay')}
        </Button>
      </form>
    </Dialog>
  );
}

function AddEndpoint({ onClose }: { onClose(): void }) {
  const t = useWords(webhookWords);
  const api = useApi();
  const queries = useQueryClient();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [types, setTypes] = useState('orders.order.*');
  const [once] = useState(newKey);
  const add = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/webhooks', {
          headers: { 'idempotency-key': once },
          body: { url, description, types: types.split(/[\s,;]+/).filter(Boolean) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const secret = add.data?.secret;
  return (
    <Dialog onClose={onClose} title={t('add')}>
      {secret ? (
        <ShownSecret secret={secret} />
      ) : (
        <form onSubmit={submit} className={classes.form}>
          <TextInput
            label={t('url')}
            type="url"
            value={url}
            required
            withAsterisk={false}
            placeholder="https://"
            maxLength={500}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <TextInput
            label={t('description')}
            value={description}
            maxLength={200}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <Textarea
            label={t('types')}
            description={t('typesHint')}
            value={types}
            required
            withAsterisk={false}
            autosize
            minRows={2}
            onChange={(event) => setTypes(event.currentTarget.value)}
          />
          {add.error && (
            <p role="alert" className={classes.bad}>
              {add.error.message}
            </p>
          )}
          <Button type="submit" loading={add.isPending}>
            {t('add')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
