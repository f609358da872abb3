/** What a colleague hears; `still` is quieter than `new`, so that a reminder is no news. */
export type Sound = 'good' | 'unknown' | 'wrong' | 'new' | 'still' | 'urgent';

export interface SoundSettings {
  /** 0 is off. */
  volume: number;
  vibrate: boolean;
  /** Sound for work that nobody has taken. */
  alerts: boolean;
  /** After so many minutes it rises to whoever leads the store: a banner and a sound of its own; 0 never. */
  riseAfter: number;
}

const key = 'floor.sounds';
const usual: SoundSettings = { volume: 0.6, vibrate: true, alerts: true, riseAfter: 10 };

/** Per device: a loud hall and a quiet studio want different things. */
export function readSoundSettings(): SoundSettings {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<SoundSettings>) };
  } catch {
    return usual;
  }
}

export function keepSoundSettings(settings: SoundSettings): void {
  localStorage.setItem(key, JSON.stringify(settings));
}

/** [frequency in Hz, length in s, pause after in s] */
type Tone = readonly [number, number, number];
const tones: Record<Sound, { shape: OscillatorType; gain: number; notes: readonly Tone[] }> = {
  good: { shape: 'sine', gain: 0.5, notes: [[988, 0.09, 0]] },
  unknown: {
    shape: 'triangle',
    gain: 0.7,
    notes: [
      [440, 0.12, 0.06],
      [440, 0.12, 0],
    ],
  },
  wrong: { shape: 'sawtooth', gain: 0.45, notes: [[165, 0.38, 0]] },
  new: {
    shape: 'sine',
    gain: 0.6,
    notes: [
      [659, 0.16, 0.03],
      [988, 0.26, 0],
    ],
  },
  still: { shape: 'sine', gain: 0.25, notes: [[659, 0.12, 0]] },
  urgent: {
    shape: 'triangle',
    gain: 0.7,
    notes: [
      [784, 0.14, 0.04],
      [784, 0.14, 0.04],
      [1047, 0.3, 0],
    ],
  },
};
const shakes: Record<Sound, number[]> = {
  good: [40],
  unknown: [60, 60, 60],
  wrong: [260],
  new: [120, 80, 120],
  still: [],
  urgent: [200, 80, 200],
};

let audio: AudioContext | undefined;

export function play(sound: Sound, settings = readSoundSettings()): void {
  // Before the first touch browsers allow neither, and complain.
  if (!(navigator.userActivation?.hasBeenActive ?? true)) return;
  if (settings.vibrate && shakes[sound].length > 0) navigator.vibrate?.(shakes[sound]);
  if (settings.volume <= 0) return;
  try {
    audio ??= new AudioContext();
    void audio.resume();
    const { shape, gain, notes } = tones[sound];
    let at = audio.currentTime + 0.01;
    for (const [frequency, length, pause] of notes) {
      const oscillator = new OscillatorNode(audio, { type: shape, frequency });
      const level = new GainNode(audio, { gain: 0 });
      level.gain.setValueAtTime(0, at);
      level.gain.linearRampToValueAtTime(gain * settings.volume, at + 0.01);
      level.gain.linearRampToValueAtTime(0, at + length);
      oscillator.connect(level).connect(audio.destination);
      oscillator.start(at);
      oscillator.stop(at + length + 0.02);
      at += length + pause;
    }
  } catch {
    // A device without sound shows and vibrates all the same.
  }
}
