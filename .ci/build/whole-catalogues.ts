interface Asset {
  relativeDest: string
  contents?: string
}

const catalogue = /^_locales\/(?<language>[^/]+)\/messages\.json$/

/**
 * Leaves out of a build the catalogues that lack a text of the English one: a surface in two languages at once
 * is worse than one in English. They come with their last text.
 */
export function keepWholeCatalogues(assets: Asset[]): void {
  const textsOf = ({ contents = '{}' }: Asset) => Object.keys(JSON.parse(contents) as object)
  const english = assets.find(({ relativeDest }) => relativeDest === '_locales/en/messages.json')
  if (!english) throw new Error('There is no English catalogue')
  const wanted = textsOf(english)
  const isKept = (asset: Asset) => {
    if (!catalogue.test(asset.relativeDest)) return true
    const texts = new Set(textsOf(asset))
    // A language without an own form for one has the form for all others.
    return wanted.every(text => texts.has(text) || texts.has(text.replace(/_one$/, '_other')))
  }
  assets.splice(0, assets.length, ...assets.filter(isKept))
}
