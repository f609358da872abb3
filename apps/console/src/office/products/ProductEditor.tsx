import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate, useParams } from '@tanstack/react-router';
import { ProblemError } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, State, useRetailer, Waiting } from '../../shared/page/index.ts';
import office from '../office.module.css';
import { BackLink } from '../orders/OrderPage.tsx';
import { Clash } from './Clash.tsx';
import { type Draft, dropDraft, keepDraft, readDraft } from './draft.ts';
import {
  BasicsSection,
  FactsSection,
  OptionsSection,
  SafetySection,
  TextsSection,
  VariantsSection,
} from './editorSections.tsx';
import { PicturesSection } from './PicturesSection.tsx';
import {
  emptyForm,
  type FormField,
  isChanged,
  mergeForms,
  type Product,
  type ProductForm,
  toBody,
  toForm,
} from './productForm.ts';
import classes from './products.module.css';
import { productWords } from './words.ts';

export function ProductEditor() {
  const t = useWords(productWords);
  const api = useApi();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['product', id],
    queryFn: () => unwrap(api.GET('/api/staff/products/{id}', { params: { path: { id } } })),
    // What is being edited changes only when it is saved, or read anew after a clash.
    refetchOnWindowFocus: false,
  });
  if (error && !data) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('title')} />;
  return <Editor key={id} product={data} />;
}

export function NewProduct() {
  return <Editor product={undefined} />;
}

/** `body/title/en` and `body.title.en` are both said of the same field. */
const pathOf = (path: string) => path.replace(/^\/?body[./]?/, '').replaceAll('.', '/');

function Editor({ product }: { product: Product | undefined }) {
  const t = useWords(productWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { zone } = useRetailer();
  const draftId = product?.id ?? 'new';
  const [base, setBase] = useState<ProductForm>(() => (product ? toForm(product) : emptyForm()));
  const [form, setForm] = useState(base);
  const [draft, setDraft] = useState<Draft | undefined>(() => readDraft(draftId));
  const [clash, setClash] = useState<{ theirs: Product; merged: ProductForm; clashes: FormField[] }>();
  const before = useRef(product);
  const mayLeave = useRef(false);
  const dirty = isChanged(form, base);

  // Pictures change the version and nothing else that is edited here.
  useEffect(() => {
    if (product && before.current && product.version > before.current.version) before.current = product;
  }, [product]);
  useEffect(() => {
    if (!dirty) return;
    const timer = setTimeout(() => keepDraft(draftId, form), 400);
    return () => clearTimeout(timer);
  }, [dirty, draftId, form]);
  useBlocker({
    shouldBlockFn: () => dirty && !mayLeave.current && !window.confirm(t('leave')),
    enableBeforeUnload: () => dirty && !mayLeave.current,
  });

  const save = useMutation({
    mutationFn: async (sent: ProductForm) => ({
      sent,
      saved: await unwrap(
        api.PUT('/api/staff/products/{code}', {
          params: { path: { code: sent.code.trim() || '-' } },
          body: toBody(sent, before.current),
        }),
      ),
    }),
    onSuccess: async ({ sent, saved }) => {
      dropDraft(draftId);
      setBase(sent);
      if (before.current) before.current = { ...before.current, version: saved.version };
      await queries.invalidateQueries({ queryKey: ['office-products'] });
      if (!product) {
        mayLeave.current = true;
        await navigate({ to: '/office/products/$id', params: { id: saved.id }, replace: true });
        return;
      }
      const fresh = await queries.fetchQuery({
        queryKey: ['product', product.id],
        queryFn: () => unwrap(api.GET('/api/staff/products/{id}', { params: { path: { id: product.id } } })),
      });
      before.current = fresh;
      const now = toForm(fresh);
      setBase(now);
      // What was typed while it was being saved stays typed.
      setForm((typed) => (isChanged(typed, sent) ? typed : now));
      notifications.show({ message: t('saved') });
    },
    onError: async (error, mine) => {
      if (!(error instanceof ProblemError) || error.code !== 'version_conflict' || !product) return;
      const theirs = await unwrap(api.GET('/api/staff/products/{id}', { params: { path: { id: product.id } } }));
      const { merged, clashes } = mergeForms(base, mine, toForm(theirs));
      setClash({ theirs, merged, clashes });
    },
  });
  const archive = useMutation({
    mutationFn: (archived: boolean) =>
      unwrap(
        api.PATCH('/api/staff/products/{code}', {
          params: { path: { code: product?.code ?? '' } },
          body: { version: before.current?.version ?? 1, archived },
        }),
      ),
    onSuccess: async ({ archived, version }) => {
      if (before.current) before.current = { ...before.current, archived, version };
      await queries.invalidateQueries({ queryKey: ['product', product?.id] });
      await queries.invalidateQueries({ queryKey: ['office-products'] });
      notifications.show({ message: t(archived ? 'offSaleNow' : 'onSaleNow') });
    },
  });

  const problem = save.error instanceof ProblemError ? save.error.problem : undefined;
  const errorAt = (path: string) => problem?.errors?.find((one) => pathOf(one.path) === path)?.message;
  const change = (fields: Partial<ProductForm>) => setForm((now) => ({ ...now, ...fields }));
  const props = { form, change, errorAt, isNew: !product };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form);
  };
  const sections = [
    ['texts', t('texts')],
    ['basics', t('basics')],
    ['options', t('options')],
    ['variants', t('variantGrid')],
    ['pictures', t('pictures')],
    ['attributes', t('attributes')],
    ['measures', t('measures')],
    ['safety', t('safety')],
  ] as const;

  return (
    <>
      <PageHead
        back={<BackLink to="/office/products" label={t('back')} />}
        title={product ? form.title[language] || product.code : t('newTitle')}
      >
        <span role="status" className={dirty ? classes.changed : classes.soft}>
          {save.isPending ? t('saving') : dirty ? t('changed') : product ? t('saved') : ''}
        </span>
        {product && (
          <>
            <State tone={product.archived ? 'plain' : 'good'}>{t(product.archived ? 'archived' : 'onSale')}</State>
            <Button
              variant="subtle"
              color="gray"
              loading={archive.isPending}
              onClick={() => archive.mutate(!product.archived)}
            >
              {t(product.archived ? 'putOnSale' : 'takeOffSale')}
            </Button>
            <Button
              variant="default"
              component="a"
              href={`/p/${product.slugs[language]}`}
              target="_blank"
              rel="noreferrer"
              rightSection={<IconExternalLink size={14} aria-hidden="true" />}
            >
              {t('seeInShop')}
            </Button>
          </>
        )}
        <Button type="submit" form="product" loading={save.isPending} disabled={!dirty}>
          {t('save')}
        </Button>
      </PageHead>
      <div className={office.document}>
        {draft && (
          <div className={classes.notice} role="status">
            {t('draftFound', { time: formatDayAndTime(draft.at, language, zone) })}
            <Button
              size="compact-sm"
              onClick={() => {
                setForm(draft.form);
                setDraft(undefined);
              }}
            >
              {t('useDraft')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => {
                dropDraft(draftId);
                setDraft(undefined);
              }}
            >
              {t('dropDraft')}
            </Button>
          </div>
        )}
        {save.error && !clash && (
          <div className={classes.notice} data-tone="bad" role="alert">
            <strong>{t('notSaved')}</strong>{' '}
            {problem?.errors ? t('notSavedText') : (problem?.detail ?? save.error.message)}
            {(problem?.errors ?? []).slice(0, 3).map((one) => (
              <code key={one.path}>{`${pathOf(one.path)}: ${one.message}`}</code>
            ))}
          </div>
        )}
        <div className={classes.editor}>
          <nav className={classes.toc} aria-label={t('basics')}>
            {sections.map(([id, name]) => (
              <a key={id} href={`#${id}`}>
                {name}
              </a>
            ))}
          </nav>
          <form id="product" onSubmit={submit} noValidate>
            <TextsSection {...props} />
            <BasicsSection {...props} />
            <OptionsSection {...props} />
            <VariantsSection {...props} known={new Set(product?.variants.map((variant) => variant.sku))} />
            {product ? (
              <PicturesSection product={product} onSaved={() => undefined} />
            ) : (
              <Section title={t('pictures')} id="pictures">
                <p className={classes.hint}>{t('afterSaving')}</p>
              </Section>
            )}
            <FactsSection {...props} />
            <SafetySection {...props} />
          </form>
        </div>
      </div>
      {clash && (
        <Clash
          mine={form}
          theirs={toForm(clash.theirs)}
          clashes={clash.clashes}
          onClose={() => setClash(undefined)}
          onChoose={(chosen) => {
            const next = { ...clash.merged, ...chosen };
            before.current = clash.theirs;
            setBase(toForm(clash.theirs));
            setForm(next);
            setClash(undefined);
            save.mutate(next);
          }}
        />
      )}
    </>
  );
}
