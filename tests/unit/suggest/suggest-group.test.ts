import { describe, expect, it } from 'vitest'
import type { GroupId } from '#lib/domain/ids.ts'
import { createSuggester, suggestGroup } from '#lib/suggest/suggest-group.ts'
import { say } from '#lib/words/say.ts'

const of = (groupName: string, ...names: string[]) =>
  names.map(name => ({ name, groupName, groupId: `g-${groupName}` as GroupId }))

const assigned = [
  ...of('Vegetables', 'Lettuce, iceberg, 5 kg bag', 'Lettuce, cos', 'Spinach', 'Tomatoes, cherry'),
  ...of('Dairy', 'Milk, whole 1 L', 'Cheese, cheddar', 'Butter, salted'),
  ...of('Meat', 'Beef, chuck', 'Beef, ground', 'Chicken, breast'),
  ...of('Dry goods', 'Tomatoes, canned', 'Rice, jasmine'),
]

describe('suggesting a product group', () => {
  it.each([
    ['Lettuce, romaine (10 kg case)', 'Vegetables'],
    ['BEEF TENDERLOIN', 'Meat'],
    ['Cheeses, blue', 'Dairy'],
    ['Crème: cheddar cheese', 'Dairy'],
  ])('for %s suggests %s', (name, group) => {
    expect(suggestGroup(name, assigned, say)?.groupName).toBe(group)
  })

  it('says which product it goes by', () => {
    expect(suggestGroup('Lettuce, romaine', assigned, say)?.reason).toBe('like “Lettuce, cos”')
  })

  it.each(['Tomatoes', 'Kitchen paper', '', '5 kg bag', '🥬'])('suggests nothing for “%s”', name => {
    expect(suggestGroup(name, assigned, say)).toBeNull()
  })

  it('reads names of scripts without spaces', () => {
    const chinese = of('蔬菜', '大白菜', '小白菜')
    expect(suggestGroup('娃娃白菜', chinese, say)?.groupName).toBe('蔬菜')
  })

  it('learns once for a catalogue of thousands', () => {
    const word = (n: number) =>
      String.fromCharCode(...[0, 1, 2].map(at => 97 + (Math.floor(n / 7 ** at) % 7)))
    const many = Array.from({ length: 5000 }, (_, n) =>
      of(`Group ${(n % 300) % 12}`, `${word(n % 300)}, ${n}`),
    ).flat()
    const suggest = createSuggester(many, say)
    expect(many.filter(({ name }) => suggest(name) !== null).length).toBeGreaterThan(4900)
  })
})
