import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type Answer, ProblemError } from '@throughline/client';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { MemberForm } from '../office/people/MemberForm.tsx';
import { LocationForm } from '../office/settings/LocationForm.tsx';
import { RetailerForm } from '../office/settings/RetailerForm.tsx';
import { unwrap, useApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.tsx';
import { FailureNotice } from '../shared/list/index.ts';
import { Waiting } from '../shared/page/index.ts';
import { restartLive } from '../shell/live.ts';
import { meQuery } from '../shell/me.ts';
import { FirstProduct } from './FirstProduct.tsx';
import type { Step } from './routes.tsx';
import classes from './setup.module.css';
import { setupWords } from './words.ts';

const route = getRouteApi('/setup');
export type Progress = Answer<'/api/staff/setup/progress', 'get'>;
const steps = ['you', 'retailer', 'location', 'product', 'colleague', 'done'] as const;

/** Where to go on: the first thing that is not there yet. */
function firstOpen(progress: Progress): Step {
  if (!progress.retailer) return 'retailer';
  if (!progress.location) return 'location';
  if (!progress.product?.hasPrice || !progress.product.hasStock) return 'product';
  return progress.colleagues === 0 ? 'colleague' : 'done';
}

const isDone = (step: Step, progress: Progress | undefined): boolean => {
  if (!progress) return false;
  return {
    you: true,
    retailer: progress.retailer,
    location: progress.location !== null,
    product: progress.product?.hasPrice === true && progress.product.hasStock,
    colleague: progress.colleagues > 0,
    done: false,
  }[step];
};

export function SetupPage() {
  const t = useWords(setupWords);
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { step: asked } = route.useSearch();
  const needed = useQuery({ queryKey: ['setup-needed'], queryFn: () => unwrap(api.GET('/api/staff/setup')) });
  const me = useQuery(meQuery());
  const progress = useQuery({
    queryKey: ['setup-progress'],
    queryFn: () => unwrap(api.GET('/api/staff/setup/progress')),
    enabled: me.data?.role === 'admin',
    retry: false,
  });
  const step: Step = !me.data ? 'you' : (asked ?? (progress.data ? firstOpen(progress.data) : 'retailer'));
  const go = (next: Step) => void navigate({ to: '/setup', search: { step: next } });
  const next = async (after: Step) => {
    await queries.invalidateQueries({ queryKey: ['setup-progress'] });
    go(steps[steps.indexOf(after) + 1] ?? 'done');
  };
  if (needed.error) return <FailureNotice error={needed.error} retry={() => void needed.refetch()} />;
  if (!needed.data || me.isPending) return <Waiting label={t('welcome')} />;
  if (!needed.data.needed && !me.data) {
    return (
      <Frame step="you" progress={undefined} title={t('alreadyTitle')} text={t('alreadyText')}>
        <Button component={Link} to="/sign-in">
          {t('signIn')}
        </Button>
      </Frame>
    );
  }
  if (me.data && me.data.role !== 'admin') {
    return (
      <Frame step="you" progress={undefined} title={t('alreadyTitle')} text={t('noRight')}>
        <Button component={Link} to="/">
          {t('toOffice')}
        </Button>
      </Frame>
    );
  }
  const shared = { step, progress: progress.data };
  switch (step) {
    case 'you':
      return (
        <Frame {...shared} title={t('you')} text={t('youText')}>
          <FirstAdministrator onDone={() => go('retailer')} />
        </Frame>
      );
    case 'retailer':
      return (
        <Frame {...shared} title={t('retailer')} text={t('retailerText')}>
          <RetailerForm onSaved={() => void next('retailer')} />
        </Frame>
      );
    case 'location':
      return (
        <Frame {...shared} title={t('location')} text={t('locationText')}>
          <LocationForm place={undefined} onDone={() => void next('location')} />
        </Frame>
      );
    case 'product':
      return (
        <Frame {...shared} title={t('product')} text={t('productText')}>
          <FirstProduct location={progress.data?.location ?? null} onDone={() => void next('product')} />
        </Frame>
      );
    case 'colleague':
      return (
        <Frame {...shared} title={t('colleague')} text={t('colleagueText')}>
          <MemberForm member={undefined} onDone={() => void next('colleague')} />
          <p>
            <Button variant="subtle" color="gray" onClick={() => go('done')}>
              {t('skip')}
            </Button>
          </p>
        </Frame>
      );
    case 'done':
      return (
        <Frame {...shared} title={t('done')} text={t('doneText')}>
          <Checklist progress={progress.data} />
        </Frame>
      );
  }
}

function Frame({
  step,
  progress,
  title,
  text,
  children,
}: {
  step: Step;
  progress: Progress | undefined;
  title: string;
  text: string;
  children: ReactNode;
}) {
  const t = useWords(setupWords);
  return (
    <div className={classes.frame}>
      <nav className={classes.steps} aria-label={t('steps')}>
        <p className={classes.brand}>{t('welcome')}</p>
        <p className={classes.intro}>{t('intro')}</p>
        <ol>
          {steps.map((one) => {
            const done = isDone(one, progress);
            const Shape = done ? IconCheck : IconCircle;
            const inside = (
              <>
                <Shape size={16} aria-hidden="true" />
                {t(one)}
                {done && <span className={classes.hidden}>{t('has')}</span>}
              </>
            );
            return (
              <li key={one} aria-current={one === step ? 'step' : undefined} data-done={done ? '' : undefined}>
                {progress && one !== 'you' ? (
                  <Link to="/setup" search={{ step: one }}>
                    {inside}
                  </Link>
                ) : (
                  <span>{inside}</span>
                )}
              </li>
            );
          })}
        </ol>
      </nav>
      <main className={classes.main}>
        <h1>{title}</h1>
        <p className={classes.text}>{text}</p>
        {children}
      </main>
    </div>
  );
}

function FirstAdministrator({ onDone }: { onDone(): void }) {
  const t = useWords(setupWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  // Behind the #, so that it is in no log of a server or proxy.
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  }, []);
  const save = useMutation({
    mutationFn: () => unwrap(api.POST('/api/staff/setup', { body: { code, name, email, password, language } })),
    onSuccess: (me) => {
      restartLive();
      queries.setQueryData(meQuery().queryKey, me);
      queries.setQueryData(['setup-needed'], { needed: false });
      onDone();
    },
  });
  const problem = save.error instanceof ProblemError ? save.error.problem : undefined;
  const errorAt = (field: string) => problem?.errors?.find((one) => one.path.endsWith(field))?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label={t('code')}
        value={code}
        required
        withAsterisk={false}
        autoComplete="one-time-code"
        spellCheck={false}
        error={problem?.code === 'code_invalid' ? t('codeInvalid') : undefined}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <TextInput
        label={t('name')}
        value={name}
        required
        withAsterisk={false}
        autoComplete="name"
        error={errorAt('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('email')}
        type="email"
        value={email}
        required
        withAsterisk={false}
        autoComplete="username"
        error={errorAt('email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('password')}
        description={t('passwordHint')}
        value={password}
        required
        withAsterisk={false}
        minLength={10}
        autoComplete="new-password"
        error={errorAt('password')}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {problem && !problem.errors && problem.code !== 'code_invalid' && (
        <p role="alert" className={classes.bad}>
          {problem.code === 'already_exists' ? `${t('alreadyTitle')}. ${t('alreadyText')}` : problem.detail}
        </p>
      )}
      <Button type="submit" loading={save.isPending}>
        {t('begin')}
      </Button>
    </form>
  );
}

function Checklist({ progress }: { progress: Progress | undefined }) {
  const t = useWords(setupWords);
  if (!progress) return <Waiting label={t('done')} />;
  const items = [
    ['c_retailer', progress.retailer, 'retailer'],
    ['c_location', progress.location !== null, 'location'],
    ['c_product', progress.product !== null, 'product'],
    ['c_price', progress.product?.hasPrice ?? false, 'product'],
    ['c_stock', progress.product?.hasStock ?? false, 'product'],
    ['c_colleague', progress.colleagues > 0, 'colleague'],
  ] as const;
  return (
    <>
      <ul className={classes.checklist}>
        {items.map(([word, done, step]) => (
          <li key={word} data-done={done ? '' : undefined}>
            {done ? <IconCheck size={18} aria-hidden="true" /> : <IconCircle size={18} aria-hidden="true" />}
            <span>{t(word)}</span>
            {done ? (
              <span className={classes.soft}>{t('has')}</span>
            ) : (
              <Link to="/setup" search={{ step }}>
                {t('needs')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.acts}>
        <Button component={Link} to="/office">
          {t('toOffice')}
        </Button>
        <Button component="a" href="/" variant="default">
          {t('seeShop')}
        </Button>
        <Button component={Link} to="/office/settings" variant="default">
          {t('toDelivery')}
        </Button>
      </div>
    </>
  );
}
