/** The app's own sign: a job between what it reads and what it writes. */
export function LineageMark({ size = 48 }: { readonly size?: number }): React.JSX.Element {
  return (
    <svg className="lineage-mark" width={size} height={size} viewBox="0 0 48 48" aria-hidden>
      <path
        className="lineage-mark__link"
        d="M10 11C22 11 18 24 24 24M10 37C22 37 18 24 24 24M24 24C32 24 28 24 38 24"
      />
      <circle className="lineage-mark__input" cx="9" cy="11" r="5" />
      <circle className="lineage-mark__input" cx="9" cy="37" r="5" />
      <rect className="lineage-mark__job" x="18" y="18" width="12" height="12" rx="3" />
      <circle className="lineage-mark__output" cx="40" cy="24" r="5" />
    </svg>
  );
}
