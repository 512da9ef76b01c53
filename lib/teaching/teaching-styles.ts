/** The lesson's own pieces; they come with its script. */
export const teachingStyles = `
.lesson { inset: auto auto 16px 16px; width: min(360px, calc(100vw - 32px)); max-height: calc(100vh - 32px); overflow: auto; padding: 12px 14px 14px; }
.lesson header { justify-content: space-between; }
.lesson h2 { margin: 0; font-size: 14px; }
.lesson .task { margin-top: 6px; font-size: 14px; font-weight: 600; }
.lesson .actions { flex-wrap: wrap; margin-top: 12px; }
.lesson .keys { margin-top: 4px; padding: 2px 0; border-radius: 5px; font-size: 12px; color: var(--faint); }
.lesson ul { margin-top: 8px; display: grid; gap: 3px; }
.lesson li { display: grid; grid-template-columns: 22px minmax(0, 1fr) auto; align-items: center; gap: 4px; }
.lesson li.plain { grid-template-columns: minmax(0, 1fr) auto; }
.frame { border: 2px solid var(--ready); border-radius: 4px; padding: 0; margin: 0; inset: auto; background: color-mix(in oklab, var(--ready) 14%, transparent); pointer-events: none; }
`
