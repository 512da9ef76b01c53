import { Component, type ReactNode } from 'react'
import { say } from '#lib/words/say.ts'
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
        title={say('common.not-shown')}
        actions={
          <Button look="primary" onClick={() => location.reload()}>
            {say('common.try-again')}
          </Button>
        }
      >
        <p>{say('common.not-shown-says')}</p>
        <p className="mt-2 text-sm wrap-anywhere">{problem}</p>
      </EmptyState>
    )
  }
}
