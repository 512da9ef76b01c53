/** `1 invoice`, `12 invoices`; `plural` where it is not the singular and an s. */
export function counted(count: number, thing: string, plural = `${thing}s`): string {
  return `${count} ${count === 1 ? thing : plural}`
}
