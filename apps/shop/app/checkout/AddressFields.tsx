import { useState } from 'react';
import { Field } from '../shared/forms/Field.tsx';
import { useWords } from '../shared/language.ts';
import { readPostcode } from '../shared/postcode.ts';
import type { Part } from './CheckoutPage.tsx';
import styles from './checkout.module.css';
import { fieldsOf } from './fieldsOfAddress.ts';
import { tidyPostcode } from './tidyFields.ts';
import { words } from './words.ts';

/** Where it goes. The bill goes to the same address. Who keeps addresses chooses one and may still change what it says. */
export function AddressFields({ part, onPostcode }: { part: Part; onPostcode: (postcode: string) => void }) {
  const say = useWords(words);
  const { page } = part;
  const [picked, pick] = useState<string>();
  const chosen = page.addresses.find(({ id }) => id === picked);
  const values = chosen ? { ...part.values, ...fieldsOf(chosen) } : part.values;
  const first = page.addresses.find(({ line1, postcode }) => line1 === values.street && postcode === values.postcode);
  return (
    <section aria-labelledby="address">
      <h2 id="address">{say('address')}</h2>
      {page.addresses.length > 0 && (
        <label className={styles.kept}>
          <span>{say('keptAddresses')}</span>
          <select
            className="field"
            value={picked ?? first?.id ?? ''}
            onChange={(event) => {
              pick(event.currentTarget.value);
              const postcode = page.addresses.find(({ id }) => id === event.currentTarget.value)?.postcode;
              if (postcode && postcode !== page.postcode) onPostcode(postcode);
            }}
          >
            <option value="">{say('otherAddress')}</option>
            {page.addresses.map((one) => (
              <option key={one.id} value={one.id}>
                {one.line1}, {one.postcode} {one.city}
              </option>
            ))}
          </select>
        </label>
      )}
      <Fields key={picked ?? ''} part={{ ...part, values }} onPostcode={onPostcode} />
      {page.known.email && (
        <label className={styles.keep}>
          <input type="checkbox" name="keepAddress" value="yes" />
          {say('keepAddress')}
        </label>
      )}
    </section>
  );
}

function Fields({ part, onPostcode }: { part: Part; onPostcode: (postcode: string) => void }) {
  const say = useWords(words);
  const { values, page } = part;
  return (
    <>
      <Field
        name="street"
        label={say('street')}
        autoComplete="shipping address-line1"
        defaultValue={values.street}
        error={part.faultOf('street')}
        check={part.check('street')}
        maxLength={200}
      />
      <div className={styles.pair}>
        <Field
          name="postcode"
          label={say('postcode')}
          autoComplete="shipping postal-code"
          inputMode="numeric"
          defaultValue={values.postcode}
          error={part.faultOf('postcode')}
          check={part.check('postcode')}
          tidy={tidyPostcode}
          maxLength={8}
          onLeave={(text) => {
            const postcode = readPostcode(text);
            if (postcode && postcode !== page.postcode) onPostcode(postcode);
          }}
        />
        <Field
          name="city"
          label={say('city')}
          autoComplete="shipping address-level2"
          defaultValue={values.city}
          error={part.faultOf('city')}
          check={part.check('city')}
          maxLength={100}
        />
      </div>
      <details open={values.note !== ''}>
        <summary>{say('noteOpen')}</summary>
        <Field
          name="note"
          label={say('note')}
          optional={say('optional')}
          hint={say('noteWhy')}
          defaultValue={values.note}
          autoComplete="off"
          maxLength={300}
        />
      </details>
    </>
  );
}
