/** Every screen of the Floor, fetched once the first one stands: when the line is down nothing can be fetched any more. */
export function loadScreens(): void {
  void Promise.allSettled([
    import('../today/Today.tsx'),
    import('../today/NoWork.tsx'),
    import('../work/Work.tsx'),
    import('../find/Find.tsx'),
    import('../till/Till.tsx'),
    import('../stock/Stock.tsx'),
    import('../stock/Variant.tsx'),
    import('../outbox/Unsent.tsx'),
    import('../device/Devices.tsx'),
    import('../device/Lock.tsx'),
    import('../scan/Camera.tsx'),
  ]);
}
