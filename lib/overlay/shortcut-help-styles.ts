/** The list of shortcuts; it comes with its script. */
export const shortcutHelpStyles = `
.shortcuts { inset: 0; margin: auto; width: min(380px, calc(100vw - 16px)); height: fit-content; max-height: calc(100vh - 16px); overflow: auto; padding: 0 0 14px; }
.shortcuts header { justify-content: space-between; padding: 8px 8px 0 16px; }
.shortcuts dl { display: grid; grid-template-columns: 1fr auto; gap: 8px 16px; margin: 10px 16px 14px; }
.shortcuts dd { margin: 0; display: flex; gap: 3px; justify-content: flex-end; }
.shortcuts > button { margin-left: 16px; }
kbd { min-width: 20px; padding: 1px 6px; border: 1px solid var(--line); border-radius: 5px; background: var(--raised); font: inherit; font-size: 12px; text-align: center; }
`
