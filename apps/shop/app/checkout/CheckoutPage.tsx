import { useEffect, useRef, useState } from 'react';
import { Form, Link, useFetcher, useNavigation } from 'react-router';
import type { Address } from '../account/Addresses.tsx';
import type { Cart, Store, VariantNow } from '../cart/types.ts';
import { addressOf } from '../shared/addresses.ts';
import { FormAnswer } from '../shared/forms/Field.tsx';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { AddressFields } from './AddressFields.tsx';
import { ChooseWay } from './ChooseWay.tsx';
import { ContactFields } from './ContactFields.tsx';
import { CreditField } from './CreditField.tsx';
import type { Asked, CheckoutField, CheckoutValues, PaymentChoice } from './checkCheckout.ts';
import styles from './checkout.module.css';
import type { CheckoutSaid } from './checkoutAction.ts';
import { fieldsOf } from './fieldsOfAddress.ts';
import { PaymentFields } from './PaymentFields.tsx';
import { Review } from './Review.tsx';
import { nothingTyped } from './readCheckoutForm.ts';
import { words } from './words.ts';

type Checks = typeof import('./fieldChecks.ts');

export interface CheckoutPageData {
  cart: Cart;
  variants: VariantNow[];
  stores: Store[];
  zone: string;
  company: string;
  known: { email: string | null; name: string };
  /** The words beside the box for news by e-mail; null where it was agreed to before and is not asked again. */
  news: { version: string; text: string } | null;
  /** Kept by who signed in, the default one first. */
  addresses: Address[];
  postcode: string | undefined;
  /** How it is sent, once the customer or their postcode has settled that. */
  chosenMethod: string | undefined;
  key: string;
  demo: boolean;
  /** How it can be paid at a distance, as the server offers it. */
  methods: PaymentChoice[];
  /** Back from the provider's page without having paid. */
  isUnpaid: boolean;
}

export interface Part {
  page: CheckoutPageData;
  values: CheckoutValues;
  faultOf(field: CheckoutField): string | undefined;
  check(field: CheckoutField): (value: string) => string | undefined;
}

/**
 * From who and how to the button, on one page. What is typed stays typed: the fields are the browser's own, and what the
 * server says comes back beside them.
 */
export function CheckoutPage({ page, said }: { page: CheckoutPageData; said: CheckoutSaid | undefined }) {
  const language = useLanguage();
  const say = useWords(words);
  const changing = useFetcher<CheckoutSaid>();
  const navigation = useNavigation();
  const top = useRef<HTMLDivElement>(null);
  const [checks, setChecks] = useState<Checks>();
  const placing = navigation.state !== 'idle' && navigation.formMethod === 'POST';
  const { cart } = page;
  const delivers = cart.lines.some((line) => line.way.method === 'delivery');
  const asked: Asked = { delivers, knownEmail: page.known.email, now: new Date(cart.asOf) };
  const values = said?.values ?? firstValues(page, delivers);
  // Looked up beside the page where there is JavaScript, with the page where there is none.
  const looked = changing.data && 'credit' in changing.data ? changing.data : undefined;
  const [dropped, setDropped] = useState(false);
  const credit = dropped ? undefined : (looked?.credit ?? said?.credit);
  const code = looked?.values.credit ?? values.credit;
  const faults = Object.entries(said?.faults ?? {});
  const part: Part = {
    page,
    values,
    faultOf: (field) => said?.faults[field],
    check: (field) => (value) => checks?.sayFault(field, value, asked, language),
  };

  // What stands in the way is read out and seen, wherever the button was pressed.
  useEffect(() => {
    if (!said || (said.problem === undefined && Object.keys(said.faults).length === 0)) return;
    const first = document.querySelector<HTMLElement>('#checkout [aria-invalid="true"]');
    (first ?? top.current)?.focus();
  }, [said]);

  const problem = said?.problem ?? changing.data?.problem;
  return (
    <div className={`page ${styles.page}`}>
      <p className={styles.back}>
        <Link to={addressOf.cart(language)}>{say('back')}</Link>
      </p>
      <h1>{say('title')}</h1>
      <div ref={top} tabIndex={-1} className={styles.said}>
        {page.isUnpaid && !problem && faults.length === 0 && <Notice title={say('unpaid')}>{say('unpaidDo')}</Notice>}
        {problem && <Notice kind="fault">{problem}</Notice>}
        {faults.length > 0 && <Notice kind="fault">{say('faults', { n: faults.length })}</Notice>}
      </div>
      <Form
        method="post"
        id="checkout"
        className={styles.columns}
        noValidate
        preventScrollReset
        onFocus={() => {
          if (!checks) void import('./fieldChecks.ts').then(setChecks, () => undefined);
        }}
      >
        <input type="hidden" name="key" value={said?.key ?? page.key} />
        <input type="hidden" name="cartId" value={cart.id ?? ''} />
        <input type="hidden" name="version" value={cart.version} />
        <input type="hidden" name="delivers" value={delivers ? 'yes' : 'no'} />
        <input type="hidden" name="deliveryMethod" value={page.chosenMethod ?? ''} />
        {/* Enter in a field places the order, and does not choose the first way in the list. */}
        <button
          type="submit"
          name="intent"
          value="place"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        />
        <div className={styles.fields}>
          <FormAnswer value={said}>
            <ContactFields part={part} delivers={delivers} />
            <ChooseWay
              part={part}
              choose={(way) => changing.submit({ intent: 'way', way }, { method: 'post' })}
              changing={changing.state !== 'idle'}
            />
            {delivers && (
              <AddressFields
                part={part}
                onPostcode={(postcode) => changing.submit({ intent: 'postcode', postcode }, { method: 'post' })}
              />
            )}
            <CreditField
              code={code}
              balance={credit}
              fault={changing.data?.faults.credit ?? part.faultOf('credit')}
              busy={changing.state !== 'idle'}
              onUse={(typed) => {
                setDropped(false);
                changing.submit({ intent: 'credit', credit: typed }, { method: 'post' });
              }}
              onDrop={() => setDropped(true)}
            />
            <PaymentFields part={part} delivers={delivers} />
          </FormAnswer>
        </div>
        <Review
          page={page}
          total={said?.total}
          credit={credit}
          changing={changing.state !== 'idle'}
          placing={placing}
        />
      </Form>
    </div>
  );
}

function firstValues(page: CheckoutPageData, delivers: boolean): CheckoutValues {
  const [kept] = page.addresses;
  return {
    ...nothingTyped,
    name: page.known.name || (kept?.name ?? ''),
    postcode: page.postcode ?? '',
    // The days and prices shown are those of the postcode: another one is the customer's choice to make.
    ...(kept && (page.postcode === undefined || page.postcode === kept.postcode) ? fieldsOf(kept) : {}),
    payment: delivers && page.methods.length === 1 ? (page.methods[0] ?? '') : '',
  };
}
