import { Kbd, Switch } from '@mantine/core';
import { Dialog } from '../../shared/Dialog.tsx';
import { useWords } from '../../shared/language.tsx';
import { useAllActs } from './acts.ts';
import { setSingleKeys, useSingleKeys } from './keySettings.ts';
import classes from './keysHelp.module.css';
import { keysWords } from './words.ts';

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
export const modKey = isMac ? '⌘' : 'Ctrl';

/** Which keys there are here, and the switch to have none. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useWords(keysWords);
  const acts = useAllActs().filter((act) => act.key);
  const on = useSingleKeys();
  const groups = [...new Set(acts.map((act) => act.group))];
  return (
    <Dialog onClose={onClose} title={t('title')} size="lg">
      <Switch
        label={t('single')}
        description={t('singleHint')}
        checked={on}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
      <div className={classes.groups}>
        <section>
          <h3>{t('everywhere')}</h3>
          <dl>
            <Line keys={[modKey, 'K']} label={t('palette')} />
            <Line keys={[modKey, 'Enter']} label={t('send')} />
            <Line keys={['Esc']} label={t('out')} />
          </dl>
        </section>
        {groups.map((group) => (
          <section key={group} aria-disabled={!on}>
            <h3>{group}</h3>
            <dl>
              {acts
                .filter((act) => act.group === group)
                .map((act) => (
                  <Line key={act.id} keys={showKey(act.key ?? '')} label={act.label} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

export const showKey = (key: string): string[] =>
  key.split(' ').map((one) => (one.length === 1 ? one.toUpperCase() : one));

function Line({ keys, label }: { keys: string[]; label: string }) {
  return (
    <div className={classes.line}>
      <dt>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dt>
      <dd>{label}</dd>
    </div>
  );
}
