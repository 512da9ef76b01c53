const dates = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const instants = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** `2026-11-23` as `23 Nov 2026`. */
export function formatDate(date: string | null): string {
  return date === null ? '–' : dates.format(new Date(`${date}T00:00:00Z`))
}

/** A UTC instant in the reader's time. */
export function formatInstant(instant: string): string {
  return instants.format(new Date(instant))
}

/** `1234.50` as `1,234.50`; the digits of the amount are kept as they are. */
export function formatAmount(amount: string): string {
  const [whole = '', cents] = amount.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return cents === undefined ? grouped : `${grouped}.${cents}`
}

/** A unit price: at least cents, and as many decimals more as it has. */
export function formatPrice(price: string): string {
  const [whole = '', decimals = ''] = formatPlain(price).split('.')
  return formatAmount(`${whole}.${decimals.padEnd(2, '0')}`)
}

/** A decimal without needless zeros: `3.000` as `3`. */
export function formatPlain(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal
}
