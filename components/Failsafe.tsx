import { Component, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

/** Says so where a surface cannot be drawn, instead of an empty window. The store itself is untouched. */
export class Failsafe extends Component<{ children: ReactNode }, { problem: string | null }> {
  override state: { problem: string | null } = { problem: null }

  static getDerivedStateFromError(error: unknown) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { problem } = this.state
    if (problem === null) return this.props.children
    return (
      <EmptyState
        title="This could not be shown"
        actions={
          <Button look="primary" onClick={() => location.reload()}>
            Try again
          </Button>
        }
      >
        <p>What Clearcloud remembers could not be read. Nothing was lost or sent.</p>
        <p className="mt-2 text-sm wrap-anywhere">{problem}</p>
      </EmptyState>
    )
  }
}
