import type { CompanyFacts } from './company-facts.ts'

/** The two ways of QuickBooks to say where a cost belongs: a class on each line, a location on the bill. */
export const CLASS = 'Class'
export const LOCATION = 'Location'

/** What a bill may be tracked by; nothing where the plan has none of it (facts/qbo.md, Bill). */
export function trackingOf({ classes, locations, rules }: CompanyFacts) {
  if (rules.plan !== null && !/plus|advanced|accountant/i.test(rules.plan)) return []
  return [
    { name: CLASS, options: classes.map(({ name }) => name) },
    { name: LOCATION, options: locations.map(({ name }) => name) },
  ].filter(({ options }) => options.length > 0)
}
