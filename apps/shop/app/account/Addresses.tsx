import type { Answer } from '@throughline/client';
import { Form } from 'react-router';
import { Field, type FieldProps } from '../shared/forms/Field.tsx';
import { Notice } from '../shared/forms/Notice.tsx';
import { useWords } from '../shared/language.ts';
import styles from './account.module.css';
import type { AddressSaid } from './addressAction.ts';
import { words } from './addressWords.ts';

export type Address = Answer<'/api/shop/me/addresses', 'get'>['items'][number];

/** Where things are sent: kept once, offered at every checkout. What is deleted can be put back at once. */
export function Addresses({
  items,
  name,
  said,
}: {
  items: readonly Address[];
  name: string;
  said: AddressSaid | undefined;
}) {
  const say = useWords(words);
  return (
    <section aria-labelledby="addresses">
      <h2 id="addresses">{say('addresses')}</h2>
      <div aria-live="polite">
        {said?.done && <Notice kind="good">{say(said.done)}</Notice>}
        {said?.fault && <Notice kind="fault">{say(said.fault)}</Notice>}
        {said?.removed && (
          <Notice>
            <Form method="post" preventScrollReset className={styles.undo}>
              <span>{say('removed', { street: said.removed.line1 })}</span>
              <Hidden address={said.removed} />
              <button type="submit" name="intent" value="address-add" className="button quiet small">
                {say('undo')}
              </button>
            </Form>
          </Notice>
        )}
      </div>
      {items.length === 0 && <p className={styles.soft}>{say('none')}</p>}
      <ul className={`plain-list ${styles.addresses}`}>
        {items.map((address) => (
          <li key={address.id}>
            <p>
              <strong>{address.name}</strong>
              {address.isDefault && <em>{say('isDefault')}</em>}
              <br />
              {address.line1}, {address.postcode} {address.city}
              {address.note && <small>{address.note}</small>}
            </p>
            <div className={styles.acts}>
              {!address.isDefault && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="id" value={address.id} />
                  <button
                    type="submit"
                    name="intent"
                    value="address-default"
                    aria-label={say('makeDefaultOf', { street: address.line1 })}
                  >
                    {say('makeDefault')}
                  </button>
                </Form>
              )}
              <Form method="post" preventScrollReset>
                <input type="hidden" name="id" value={address.id} />
                <button
                  type="submit"
                  name="intent"
                  value="address-remove"
                  aria-label={say('removeOf', { street: address.line1 })}
                >
                  {say('remove')}
                </button>
              </Form>
            </div>
            <details className="opens">
              <summary aria-label={say('changeOf', { street: address.line1 })}>{say('change')}</summary>
              <AddressForm key={`${address.line1} ${address.postcode} ${address.city}`} address={address} name={name} />
            </details>
          </li>
        ))}
      </ul>
      <details className="opens" key={items.length} open={said?.fault !== undefined}>
        <summary>{say('add')}</summary>
        <AddressForm name={name} />
      </details>
    </section>
  );
}

function AddressForm({ address, name }: { address?: Address; name: string }) {
  const say = useWords(words);
  return (
    <Form method="post" className={styles.form} preventScrollReset>
      {address && <input type="hidden" name="id" value={address.id} />}
      <Line name="name" label={say('name')} autoComplete="name" value={address?.name ?? name} maxLength={200} />
      <Line name="line1" label={say('street')} autoComplete="address-line1" value={address?.line1} maxLength={200} />
      <Line
        name="postcode"
        label={say('postcode')}
        autoComplete="postal-code"
        inputMode="numeric"
        value={address?.postcode}
        maxLength={8}
      />
      <Line name="city" label={say('city')} autoComplete="address-level2" value={address?.city} maxLength={100} />
      <Field
        name="note"
        label={say('note')}
        hint={say('noteWhy')}
        autoComplete="off"
        defaultValue={address?.note ?? ''}
        maxLength={300}
      />
      <button
        type="submit"
        name="intent"
        value={address ? 'address-change' : 'address-add'}
        className="button quiet small"
      >
        {say('save')}
      </button>
    </Form>
  );
}

/** A line that every address has. */
const Line = ({ value, ...field }: Omit<FieldProps, 'defaultValue' | 'required'> & { value: string | undefined }) => (
  <Field {...field} defaultValue={value ?? ''} required />
);

const Hidden = ({ address }: { address: Omit<Address, 'id' | 'isDefault'> & { isDefault: boolean } }) => (
  <>
    {(['name', 'line1', 'postcode', 'city', 'note'] as const).map((field) => (
      <input key={field} type="hidden" name={field} value={address[field] ?? ''} />
    ))}
    <input type="hidden" name="isDefault" value={address.isDefault ? 'yes' : ''} />
  </>
);
