/** Our own mark: a cloud under an arc of clear sky. */
export function Mark({ size = 20 }: { size?: number }) {
  return <img src="/mark.svg" alt="" width={size} height={size} className="shrink-0" />
}
