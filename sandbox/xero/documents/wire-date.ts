/**
 * The calendar date (YYYY-MM-DD) that an app wrote: an ISO date, an ISO timestamp or `/Date(1539993600000+0000)/`;
 * undefined for anything else. Dates of documents have no time and no zone.
 */
export function readDate(text: string): string | undefined {
  const ticks = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(text)?.[1]
  const at = ticks === undefined ? isoTime(text) : Number(ticks)
  return at === undefined || Number.isNaN(at) ? undefined : new Date(at).toISOString().slice(0, 10)
}

function isoTime(text: string): number | undefined {
  const date = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text)?.[1]
  if (date === undefined) return undefined
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : at
}

/** A calendar date as the wire has it: ticks at midnight UTC. */
export function wireDate(date: string): string {
  return `/Date(${Date.parse(`${date}T00:00:00Z`)}+0000)/`
}

/** The companion of a wire date that people can read. */
export function dateString(date: string): string {
  return `${date}T00:00:00`
}

/** A moment as the wire has it. */
export function wireTime(at: Date): string {
  return `/Date(${at.getTime()}+0000)/`
}
