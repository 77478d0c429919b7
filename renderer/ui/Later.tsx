import { startTransition, useEffect, useState, type ReactNode } from 'react';

/**
 * Shows its children some frames after it came into being. A screen whose parts come one after the other stays responsive while
 * it is built: React takes in at once what it has rendered. How long it waits is settled when it comes into being.
 */
export function Later({ frames, children }: { readonly frames: number; readonly children: ReactNode }): ReactNode {
  const [wait] = useState(frames);
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    if (waited >= wait) return undefined;
    const request = requestAnimationFrame(() => startTransition(() => setWaited(waited + 1)));
    return () => cancelAnimationFrame(request);
  }, [waited, wait]);
  return waited >= wait ? children : null;
}
