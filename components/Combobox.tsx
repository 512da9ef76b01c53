import { Popover } from 'radix-ui'
import { type KeyboardEvent, useId, useState } from 'react'
import { say } from '#lib/words/say.ts'
import { ComboboxOption } from './ComboboxOption.tsx'
import { filterOptions, type Option, plain } from './filter-options.ts'

/** More are found by typing on: a list of thousands helps nobody. */
const drawn = 100

/** Choosing one of many by typing, with the keyboard alone (ARIA combobox with a list box). */
export function Combobox({
  label,
  options,
  value,
  onChoose,
  onCreate,
  placeholder = say('common.choose-one'),
  disabled = false,
  className = '',
}: {
  /** Its accessible name. */
  label: string
  options: readonly Option[]
  /** What is chosen now. */
  value: Option | null
  onChoose: (id: string) => void
  /** Offered for a name that is not among the options. */
  onCreate?: ((name: string) => void) | undefined
  placeholder?: string
  disabled?: boolean
  className?: string
}) {
  const list = useId()
  const [field, setField] = useState<HTMLInputElement | null>(null)
  /** What is typed; null while closed. */
  const [search, setSearch] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const open = search !== null
  const found = open ? filterOptions(options, search) : []
  const shown = found.slice(0, drawn)
  const name = search?.trim() ?? ''
  const creatable = onCreate && name !== '' && !options.some(option => plain(option.name) === plain(name))
  const choices = shown.length + (creatable ? 1 : 0)

  const openList = () => {
    if (disabled || open) return
    setSearch('')
    const index = options.findIndex(option => option.id === value?.id)
    setActive(index >= 0 && index < drawn ? index : 0)
  }
  const close = () => setSearch(null)
  const choose = (index: number) => {
    const option = shown[index]
    if (option) onChoose(option.id)
    else if (creatable) onCreate(name)
    else return
    close()
  }
  const move = (by: number) => {
    if (choices > 0) setActive(at => (at + by + choices) % choices)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) {
      if (!['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return
      event.preventDefault()
      openList()
      return
    }
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter') choose(active)
    else if (event.key === 'Escape') close()
    else {
      if (event.key === 'Tab') close()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Popover.Root open={open} onOpenChange={next => !next && close()}>
      <Popover.Anchor asChild>
        <input
          ref={setField}
          role="combobox"
          aria-label={label}
          aria-expanded={open}
          aria-controls={open ? list : undefined}
          aria-autocomplete="list"
          aria-activedescendant={open && choices > 0 ? `${list}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          placeholder={value?.name ?? placeholder}
          title={open ? undefined : value?.name}
          value={search ?? value?.name ?? ''}
          onClick={openList}
          onChange={event => {
            setSearch(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
          className={`min-h-7 w-full min-w-0 rounded-md border border-edge/60 bg-raised px-2 py-1 text-base text-ellipsis placeholder:text-muted disabled:opacity-50 ${className}`}
        />
      </Popover.Anchor>
      <Popover.Portal container={field?.closest('main') ?? null}>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={event => event.preventDefault()}
          onCloseAutoFocus={event => event.preventDefault()}
          onInteractOutside={event => {
            if (event.target === field) event.preventDefault()
          }}
          // The focus stays in the field: a click on an option must not blur it first.
          onMouseDown={event => event.preventDefault()}
          className="z-20 w-(--radix-popover-trigger-width) min-w-52 rounded-md border border-line bg-raised py-1 shadow-lg"
          role="presentation"
        >
          <div role="listbox" id={list} aria-label={label} className="max-h-70 overflow-y-auto">
            {shown.map((option, index) => (
              <ComboboxOption
                key={option.id}
                id={`${list}-${index}`}
                option={option}
                active={index === active}
                chosen={option.id === value?.id}
                onPoint={() => setActive(index)}
                onChoose={() => choose(index)}
              />
            ))}
            {creatable && (
              <ComboboxOption
                id={`${list}-${shown.length}`}
                option={{ id: '', name: say('common.create', { name }) }}
                active={active === shown.length}
                chosen={false}
                onPoint={() => setActive(shown.length)}
                onChoose={() => choose(shown.length)}
              />
            )}
          </div>
          {choices === 0 && <p className="px-2 py-1 text-muted">{say('common.nothing-of-that-name')}</p>}
          {found.length > drawn && (
            <p className="px-2 py-1 text-sm text-muted">
              {say('common.more-to-find', { count: found.length - drawn })}
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
