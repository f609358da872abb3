import { IconBulb } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { Button, Notice, Sheet } from '../parts/index.tsx';
import { useScanner } from './ScanContext.tsx';
import classes from './scan.module.css';
import { cameraWords } from './words.ts';

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorMaker = new (options: { formats: string[] }) => Detector;

const formats = ['qr_code', 'ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'data_matrix', 'itf'];
const detectorOf = (): DetectorMaker | undefined =>
  (window as unknown as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;

/** The camera rests after a minute without a code: it drains the battery. */
const restMs = 60_000;
const lookMs = 120;

/** Scans with the camera where the browser can read codes, and says so where it cannot. */
export default function Camera({ onClose }: { onClose(): void }) {
  const t = useWords(cameraWords);
  const scanner = useScanner();
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream>(undefined);
  const [trouble, setTrouble] = useState<'unsupported' | 'refused'>();
  const [rests, setRests] = useState(false);
  const [hit, setHit] = useState(false);
  const [torch, setTorch] = useState<boolean>();
  const Maker = detectorOf();

  useEffect(() => {
    if (!Maker || !navigator.mediaDevices) {
      setTrouble('unsupported');
      return;
    }
    if (rests) return;
    let stopped = false;
    let looking: ReturnType<typeof setTimeout> | undefined;
    const detector = new Maker({ formats });
    let lastSeenAt = performance.now();
    const look = async () => {
      const source = video.current;
      if (stopped) return;
      if (source && source.readyState >= 2) {
        const [code] = await detector.detect(source).catch(() => []);
        if (code && !stopped) {
          setHit(true);
          scanner.scan(code.rawValue);
          setTimeout(onClose, 350);
          return;
        }
      }
      if (performance.now() - lastSeenAt > restMs) {
        setRests(true);
        return;
      }
      looking = setTimeout(() => void look(), lookMs);
    };
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } }, audio: false })
      .then((opened) => {
        if (stopped) {
          for (const track of opened.getTracks()) track.stop();
          return;
        }
        stream.current = opened;
        if (video.current) video.current.srcObject = opened;
        const [track] = opened.getVideoTracks();
        if (track && 'torch' in (track.getCapabilities?.() ?? {})) setTorch(false);
        lastSeenAt = performance.now();
        void look();
      })
      .catch(() => setTrouble('refused'));
    return () => {
      stopped = true;
      clearTimeout(looking);
      for (const track of stream.current?.getTracks() ?? []) track.stop();
      stream.current = undefined;
    };
  }, [Maker, rests, scanner, onClose]);

  const light = useCallback(async () => {
    const [track] = stream.current?.getVideoTracks() ?? [];
    const next = !torch;
    // Not in the standard's types yet; Chrome on Android has it.
    await track?.applyConstraints({ advanced: [{ torch: next } as MediaTrackConstraintSet] }).catch(() => undefined);
    setTorch(next);
  }, [torch]);

  return (
    <Sheet title={t('title')} onClose={onClose}>
      {trouble ? (
        <Notice tone="brass" role="alert">
          <span>{t(trouble)}</span>
        </Notice>
      ) : (
        <>
          <div className={classes.camera}>
            <video ref={video} autoPlay muted playsInline />
            <div className={classes.aim} data-hit={hit} aria-hidden="true" />
            {rests && (
              <button type="button" className={classes.again} onClick={() => setRests(false)}>
                {t('again')}
              </button>
            )}
          </div>
          <div className={classes.row}>
            {torch !== undefined && (
              <Button onClick={() => void light()} aria-pressed={torch}>
                <IconBulb size={22} aria-hidden="true" />
                {t('torch')}
              </Button>
            )}
            <Button wide onClick={onClose}>
              {t('stop')}
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}
