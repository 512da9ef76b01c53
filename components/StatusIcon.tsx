import { cloudPath, type Shape, statusShapes, statusStroke, type Tone } from './status-shapes.ts'

const tones: Record<Tone, string> = {
  ready: 'text-ready',
  exported: 'text-exported',
  missing: 'text-missing',
  failed: 'text-failed',
  neutral: 'text-neutral',
}

/** The shape of a status. It never speaks alone: its word stands beside it, or in the name of its button. */
export function StatusIcon({ status, size = 18 }: { status: Shape; size?: number }) {
  const { tone, cloud, glyph, dots } = statusShapes[status]
  const solid = cloud === 'solid'
  const onCloud = solid ? 'var(--color-raised)' : 'currentColor'
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={statusStroke}
      className={`shrink-0 ${tones[tone]}`}
    >
      <path
        d={cloudPath}
        fill={solid ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeDasharray={cloud === 'dashed' ? '2.5 3' : undefined}
      />
      {glyph && <path d={glyph} stroke={onCloud} />}
      {dots.map(([x, y, radius], index) => (
        <circle
          key={x}
          cx={x}
          cy={y}
          r={radius}
          fill={onCloud}
          className="motion-safe:animate-[breathe_1.2s_ease-in-out_infinite]"
          style={{ animationDelay: `${index * 200}ms` }}
        />
      ))}
    </svg>
  )
}
