import type { CDPSession } from 'puppeteer'

/**
 * The time that extensions' scripts took on a page while `act` went on, in ms: of every sample of the profiler
 * in whose stack such a script stands.
 */
export async function scriptTime(session: CDPSession, act: () => Promise<void>): Promise<number> {
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: 100 })
  await session.send('Profiler.start')
  await act()
  const { profile } = await session.send('Profiler.stop')
  const ours = new Set<number>()
  const nodes = new Map(profile.nodes.map(node => [node.id, node]))
  // Parents stand before their children.
  for (const { id, callFrame, children = [] } of profile.nodes) {
    if (callFrame.url.startsWith('chrome-extension://')) ours.add(id)
    if (ours.has(id)) for (const child of children) if (nodes.has(child)) ours.add(child)
  }
  const { samples = [], timeDeltas = [] } = profile
  return samples.reduce((sum, id, at) => sum + (ours.has(id) ? (timeDeltas[at] ?? 0) : 0), 0) / 1000
}
