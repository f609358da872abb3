import { Button, Checkbox, CopyButton, Modal, PasswordInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatAgo } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, State, useLocations, Waiting } from '../../shared/page/index.ts';
import { useMe } from '../../shell/me.ts';
import office from '../office.module.css';
import { type Member, MemberForm } from './MemberForm.tsx';
import classes from './people.module.css';
import { peopleWords } from './words.ts';

export function PeoplePage() {
  const t = useWords(peopleWords);
  const api = useApi();
  const [edited, setEdited] = useState<Member | 'new'>();
  const { data, error, refetch } = useQuery({
    queryKey: ['members'],
    queryFn: () => unwrap(api.GET('/api/staff/members')),
  });
  return (
    <>
      <PageHead title={t('title')} count={data?.items.filter((member) => member.active).length ?? null}>
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
          {t('add')}
        </Button>
      </PageHead>
      <div className={`${office.document} ${office.narrowDocument}`}>
        {error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting label={t('title')} />
        ) : (
          <ul className={classes.people}>
            {data.items.map((member) => (
              <Row key={member.id} member={member} onEdit={() => setEdited(member)} />
            ))}
          </ul>
        )}
        <ApiKeys />
      </div>
      {edited && (
        <Modal opened onClose={() => setEdited(undefined)} title={t(edited === 'new' ? 'add' : 'change')}>
          <MemberForm
            member={edited === 'new' ? undefined : edited}
            onDone={() => {
              notifications.show({ message: t('saved') });
              setEdited(undefined);
            }}
          />
          {edited !== 'new' && <NewPassword member={edited} />}
        </Modal>
      )}
    </>
  );
}

function Row({ member, onEdit }: { member: Member; onEdit(): void }) {
  const t = useWords(peopleWords);
  const api = useApi();
  const me = useMe();
  const queries = useQueryClient();
  const places = useLocations();
  const setActive = async (active: boolean) => {
    try {
      await unwrap(api.PATCH('/api/staff/members/{id}', { params: { path: { id: member.id } }, body: { active } }));
      await queries.invalidateQueries({ queryKey: ['members'] });
      return true;
    } catch (error) {
      notifications.show({ message: String((error as Error).message), color: 'red' });
      return false;
    }
  };
  const deactivate = async () => {
    if (!(await setActive(false))) return;
    const id = newKey();
    notifications.show({
      id,
      autoClose: 10_000,
      message: (
        <span>
          {t('deactivated', { name: member.name })}{' '}
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id);
              void setActive(true);
            }}
          >
            {t('undo')}
          </Button>
        </span>
      ),
    });
  };
  const where =
    member.locationIds === 'all'
      ? t('everywhere')
      : member.locationIds
          .map((id) => places.find((place) => place.id === id)?.name)
          .filter(Boolean)
          .join(', ') || t('nowhere');
  return (
    <li data-off={member.active ? undefined : ''}>
      <span>
        <strong>{member.name}</strong>
        <small>{member.email}</small>
      </span>
      <span>
        {t(member.role)}
        <small>{where}</small>
      </span>
      <State tone={member.active ? 'good' : 'plain'}>{t(member.active ? 'active' : 'inactive')}</State>
      <span className={classes.acts}>
        <Button variant="subtle" size="compact-sm" onClick={onEdit}>
          {t('change')}
        </Button>
        {member.id !== me.id && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => void (member.active ? deactivate() : setActive(true))}
          >
            {t(member.active ? 'deactivate' : 'activate')}
          </Button>
        )}
      </span>
    </li>
  );
}

function NewPassword({ member }: { member: Member }) {
  const t = useWords(peopleWords);
  const api = useApi();
  const [password, setPassword] = useState('');
  const save = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/staff/members/{id}/password', { params: { path: { id: member.id } }, body: { password } })),
    onSuccess: () => {
      setPassword('');
      notifications.show({ message: t('passwordSet') });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.passwordForm}>
      <PasswordInput
        label={t('newPassword')}
        description={t('passwordHint')}
        value={password}
        minLength={10}
        required
        withAsterisk={false}
        autoComplete="new-password"
        error={save.error?.message}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={save.isPending}>
        {t('newPassword')}
      </Button>
    </form>
  );
}

const scopes = [
  'catalogue:write',
  'prices:write',
  'stock:write',
  'stock:reserve',
  'orders:read',
  'orders:write',
  'customers:read',
  'insight:read',
] as const;
type Scope = (typeof scopes)[number];

function ApiKeys() {
  const t = useWords(peopleWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const [isMaking, setMaking] = useState(false);
  const { data } = useQuery({ queryKey: ['api-keys'], queryFn: () => unwrap(api.GET('/api/staff/api-keys')) });
  const revoke = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/staff/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const keys = data?.items ?? [];
  return (
    <Section
      title={t('keys')}
      aside={
        <Button variant="subtle" onClick={() => setMaking(true)}>
          {t('addKey')}
        </Button>
      }
    >
      <p className={classes.soft}>{data && keys.length === 0 ? t('noKeys') : t('keysHint')}</p>
      <ul className={classes.people}>
        {keys.map((key) => (
          <li key={key.id} data-off={key.revokedAt ? '' : undefined}>
            <strong>{key.name}</strong>
            <span>{key.scopes.map((scope) => t(scope)).join(', ')}</span>
            <span className={classes.soft}>
              {key.revokedAt
                ? t('revoked')
                : key.lastUsedAt
                  ? t('lastUsed', { ago: formatAgo(key.lastUsedAt, new Date(), language) })
                  : t('neverUsed')}
            </span>
            <span className={classes.acts}>
              {!key.revokedAt && (
                <Button variant="subtle" color="red" size="compact-sm" onClick={() => revoke.mutate(key.id)}>
                  {t('revoke')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {isMaking && <MakeKey onClose={() => setMaking(false)} />}
    </Section>
  );
}

function MakeKey({ onClose }: { onClose(): void }) {
  const t = useWords(peopleWords);
  const api = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Scope[]>([]);
  const [key] = useState(newKey);
  const make = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/staff/api-keys', { headers: { 'idempotency-key': key }, body: { name, scopes: chosen } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const token = make.data?.token;
  return (
    <Modal opened onClose={onClose} title={t('addKey')}>
      {token ? (
        <div className={classes.form}>
          <p>{t('token')}</p>
          <code className={classes.token}>{token}</code>
          <CopyButton value={token}>
            {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>}
          </CopyButton>
        </div>
      ) : (
        <form onSubmit={submit} className={classes.form}>
          <TextInput
            label={t('keyName')}
            value={name}
            required
            withAsterisk={false}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <fieldset className={classes.scopes}>
            <legend>{t('scopes')}</legend>
            {scopes.map((scope) => (
              <Checkbox
                key={scope}
                label={t(scope)}
                checked={chosen.includes(scope)}
                onChange={(event) =>
                  setChosen(event.currentTarget.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
                }
              />
            ))}
          </fieldset>
          {make.error && (
            <p role="alert" className={classes.bad}>
              {make.error.message}
            </p>
          )}
          <Button type="submit" loading={make.isPending} disabled={chosen.length === 0}>
            {t('addKey')}
          </Button>
        </form>
      )}
    </Modal>
  );
}
