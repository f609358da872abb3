import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck, IconPencil, IconUserQuestion } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { languageName } from '../languageName.ts';
import { maskContact, nameOf } from '../nameOf.ts';
import { keys, type Panel, type ThreadPage, useZone } from '../queries.ts';
import { deskWords } from '../words.ts';
import classes from './customer.module.css';
import { customerWords } from './words.ts';

/** Name, how sure, language, worth; contacts masked until somebody asks, which is written down. */
export function WhoSection({ panel, page }: { panel: Panel; page: ThreadPage }) {
  const t = useWords(deskWords);
  const w = useWords(customerWords);
  const language = useLanguage();
  const zone = useZone();
  const [isNaming, setNaming] = useState(false);
  const { customer, value } = panel;
  const sum = value.gross.map((money) => formatMoney(money, language)).join(' + ');
  const worth = value.orders === 0 ? w('valueNone') : w('value', { n: value.orders, sum });
  return (
    <section className={classes.section} aria-label={t('customer')}>
      <div className={classes.nameLine}>
        <h2>{nameOf(customer.name, page.claimed.name, t('someone'))}</h2>
        <button
          type="button"
          className={classes.small}
          onClick={() => setNaming(true)}
          aria-label={customer.name ? w('changeName') : w('addName')}
        >
          <IconPencil size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </div>
      <p className={classes.sure} data-verified={customer.verified || undefined}>
        {customer.verified ? (
          <IconCircleCheck size={15} stroke={1.75} aria-hidden="true" />
        ) : (
          <IconUserQuestion size={15} stroke={1.75} aria-hidden="true" />
        )}
        {customer.verified ? w('proven') : w('unproven')}
      </p>
      <p className={classes.facts}>
        {[
          value.isComplete ? worth : w('atLeast', { text: worth }),
          w('reads', { language: languageName(customer.language, language) }),
          w('since', { day: formatDay(customer.since, language, zone) }),
        ].join(' · ')}
      </p>
      <Contacts panel={panel} />
      <p>
        <Link to="/customers/$id" params={{ id: customer.id }} className={classes.link}>
          {w('profile')}
        </Link>
      </p>
      {isNaming && <NameDialog panel={panel} page={page} onClose={() => setNaming(false)} />}
    </section>
  );
}

const sayAddress = (address: { name: string; line1: string; line2: string | null; postcode: string; city: string }) =>
  [address.name, address.line1, address.line2, `${address.postcode} ${address.city}`].filter(Boolean).join(', ');

type Contact = Panel['customer']['email'];

function Contacts({ panel }: { panel: Panel }) {
  const w = useWords(customerWords);
  const api = useApi();
  const { customer } = panel;
  const reveal = useMutation({
    mutationFn: () =>
      unwrap(
        api.GET('/api/staff/customers/{id}/panel', {
          params: { path: { id: customer.id }, query: { reveal: true } },
        }),
      ),
  });
  const addresses = useQuery({
    queryKey: [...keys.panel(customer.id), 'addresses'],
    queryFn: () => unwrap(api.GET('/api/staff/customers/{id}/addresses', { params: { path: { id: customer.id } } })),
    enabled: reveal.isSuccess,
  });
  const shown = reveal.data?.customer;
  const line = (label: string, known: Contact, revealed: Contact | undefined, kind: 'email' | 'phone') => (
    <div>
      <dt>{label}</dt>
      <dd>
        {known ? (
          <>
            {revealed ? (
              <a href={`${kind === 'email' ? 'mailto' : 'tel'}:${revealed.value}`}>{revealed.value}</a>
            ) : (
              <span>{maskContact(known.value)}</span>
            )}
            <span className={classes.state} data-state={known.state}>
              {w(known.state)}
            </span>
          </>
        ) : (
          <span className={classes.soft}>{w('none')}</span>
        )}
      </dd>
    </div>
  );
  const isThereAny = customer.email !== null || customer.phone !== null;
  return (
    <>
      <dl className={classes.contacts}>
        {line(w('email'), customer.email, shown?.email, 'email')}
        {line(w('phone'), customer.phone, shown?.phone, 'phone')}
        {addresses.data?.items.map((address) => (
          <div key={address.id}>
            <dt>{w(address.isDefault ? 'addressDefault' : 'address')}</dt>
            <dd>
              <span>{sayAddress(address)}</span>
              <button
                type="button"
                className={classes.link}
                aria-label={`${w('copy')}: ${address.line1}`}
                onClick={() =>
                  void navigator.clipboard
                    .writeText(sayAddress(address))
                    .then(() => notifications.show({ message: w('copied') }))
                }
              >
                {w('copy')}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {isThereAny && !shown && (
        <button type="button" className={classes.link} disabled={reveal.isPending} onClick={() => reveal.mutate()}>
          {w('show')}
        </button>
      )}
      <p className={classes.hint} role="status">
        {reveal.error ? reveal.error.message : shown ? w('shown') : ''}
      </p>
    </>
  );
}

function NameDialog({ panel, page, onClose }: { panel: Panel; page: ThreadPage; onClose: () => void }) {
  const w = useWords(customerWords);
  const api = useApi();
  const queries = useQueryClient();
  const [first = '', ...rest] = (panel.customer.name ?? page.claimed.name ?? '').split(' ');
  const [givenName, setGivenName] = useState(first);
  const [familyName, setFamilyName] = useState(rest.join(' '));
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/customers/{id}/name', {
          params: { path: { id: panel.customer.id } },
          body: {
            ...(givenName.trim() ? { givenName: givenName.trim() } : {}),
            ...(familyName.trim() ? { familyName: familyName.trim() } : {}),
          },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.panel(panel.customer.id) });
      void queries.invalidateQueries({ queryKey: keys.thread(page.thread.id) });
      void queries.invalidateQueries({ queryKey: keys.inbox });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog onClose={onClose} title={w('nameTitle')}>
      <form onSubmit={submit}>
        <TextInput
          ref={focusWhenShown}
          data-autofocus
          label={w('givenName')}
          value={givenName}
          maxLength={120}
          onChange={(event) => setGivenName(event.currentTarget.value)}
        />
        <TextInput
          mt="sm"
          label={w('familyName')}
          value={familyName}
          maxLength={120}
          onChange={(event) => setFamilyName(event.currentTarget.value)}
          error={save.error?.message}
        />
        <div className={classes.dialogActs}>
          <Button variant="default" onClick={onClose}>
            {w('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!givenName.trim() && !familyName.trim()}>
            {w('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
