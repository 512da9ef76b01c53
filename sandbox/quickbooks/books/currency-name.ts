const names: Record<string, string> = {
  DKK: 'Danish Krone',
  EUR: 'Euro',
  GBP: 'British Pound Sterling',
  MYR: 'Malaysian Ringgit',
  NOK: 'Norwegian Krone',
  SEK: 'Swedish Krona',
  SGD: 'Singapore Dollar',
  USD: 'United States Dollar',
}

/** A currency's name as references to it show it. */
export function currencyName(code: string): string {
  return names[code] ?? code
}
