import { useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { Button, Check, Choices, Sheet } from '../parts/index.tsx';
import { keepSoundSettings, play, readSoundSettings, type SoundSettings } from '../scan/sounds.ts';
import { frameWords } from './words.ts';

const volumes = { off: 0, soft: 0.25, loud: 0.8 } as const;
type Volume = keyof typeof volumes;

export function SoundSheet({ onClose }: { onClose(): void }) {
  const t = useWords(frameWords);
  const [settings, setSettings] = useState(readSoundSettings);
  const change = (part: Partial<SoundSettings>) => {
    const next = { ...settings, ...part };
    setSettings(next);
    keepSoundSettings(next);
  };
  const volume: Volume = settings.volume === 0 ? 'off' : settings.volume < 0.5 ? 'soft' : 'loud';
  return (
    <Sheet title={t('sounds')} onClose={onClose}>
      <Choices
        legend={t('volume')}
        value={volume}
        options={(['off', 'soft', 'loud'] as const).map((one) => ({ value: one, label: t(one) }))}
        onChange={(one) => {
          change({ volume: volumes[one] });
          play('good', { ...settings, volume: volumes[one] });
        }}
      />
      <Check label={t('vibrate')} checked={settings.vibrate} onChange={(vibrate) => change({ vibrate })} />
      <Check label={t('alerts')} checked={settings.alerts} onChange={(alerts) => change({ alerts })} />
      <Choices
        legend={t('riseAfter')}
        value={String(settings.riseAfter)}
        options={['0', '5', '10', '20'].map((one) => ({
          value: one,
          label: one === '0' ? t('riseNever') : t('riseMinutes', { n: one }),
        }))}
        onChange={(one) => change({ riseAfter: Number(one) })}
      />
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Button onClick={() => play('good')}>{t('tryGood')}</Button>
        <Button onClick={() => play('unknown')}>{t('tryUnknown')}</Button>
        <Button onClick={() => play('wrong')}>{t('tryWrong')}</Button>
      </div>
    </Sheet>
  );
}
