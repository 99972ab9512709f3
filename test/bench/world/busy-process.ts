/** A process that keeps one core busy. It looks up often enough to end when the one that started it is gone. */
const SLICE_MS = 50;

function spin(): void {
  const end = performance.now() + SLICE_MS;
  while (performance.now() < end);
  setImmediate(spin);
}
spin();
