import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

const Environment = z.object({
  PORT: port.default(4700),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data/server'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SECRET_KEY: z.string().min(32, 'at least 32 characters').optional(),
  PUBLIC_URL: z.url().optional(),
  XERO_CLIENT_ID: z.string().min(1).optional(),
  XERO_CLIENT_SECRET: z.string().min(1).optional(),
  XERO_API_URL: z.url().default('https://api.xero.com'),
  XERO_IDENTITY_URL: z.url().optional(),
  XERO_APP_URL: z.url().default('https://go.xero.com'),
  XERO_WEBHOOK_KEY: z.string().min(1).optional(),
  QBO_CLIENT_ID: z.string().min(1).optional(),
  QBO_CLIENT_SECRET: z.string().min(1).optional(),
  QBO_API_URL: z.url().default('https://quickbooks.api.intuit.com'),
  QBO_IDENTITY_URL: z.url().optional(),
  QBO_APP_URL: z.url().default('https://app.qbo.intuit.com'),
  QBO_WEBHOOK_TOKEN: z.string().min(1).optional(),
  FOODRAZOR_URL: z.url().default('https://app.foodrazor.com'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** Where Xero is, and who we are to it. */
export interface XeroConfig {
  clientId: string
  clientSecret: string
  apiUrl: string
  /** The hosts of its consent page and of its token endpoint: one, or Xero's two. */
  authorizeUrl: string
  /** Where a person opens a bill. */
  appUrl: string
  tokenUrl: string
  /** What it signs its webhooks with; null where it sends none. */
  webhookKey: string | null
}

/** Where QuickBooks Online is, and who we are to it. */
export interface QuickbooksConfig {
  clientId: string
  clientSecret: string
  apiUrl: string
  /** Where a person opens a bill. */
  appUrl: string
  /** The addresses of its consent page, of its tokens, and of who a person is: one host, or Intuit's four. */
  authorizeUrl: string
  tokenUrl: string
  revokeUrl: string
  userinfoUrl: string
  /** What it signs its webhooks with; null where it sends none. */
  webhookKey: string | null
}

export interface Config {
  port: number
  /** The interface to listen on; only this machine's own unless told otherwise. */
  host: string
  dataDir: string
  databaseUrl: string | null
  secretKey: string | null
  publicUrl: string
  xero: XeroConfig
  quickbooks: QuickbooksConfig
  /** Where a bill's link leads a person: no address of a single invoice is known. */
  foodrazorUrl: string
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
}

/**
 * The server's settings from its environment; an empty variable counts as unset.
 * @throws an Error that names each variable that is wrong, and how
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not understood. ${wrong.join('; ')}`)
  }
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    secretKey: env.SECRET_KEY ?? null,
    publicUrl: trimmed(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`),
    xero: {
      clientId: env.XERO_CLIENT_ID ?? '',
      clientSecret: env.XERO_CLIENT_SECRET ?? '',
      apiUrl: trimmed(env.XERO_API_URL),
      appUrl: trimmed(env.XERO_APP_URL),
      authorizeUrl: `${trimmed(env.XERO_IDENTITY_URL ?? 'https://login.xero.com')}/identity/connect/authorize`,
      tokenUrl: `${trimmed(env.XERO_IDENTITY_URL ?? 'https://identity.xero.com')}/connect/token`,
      webhookKey: env.XERO_WEBHOOK_KEY ?? null,
    },
    quickbooks: {
      clientId: env.QBO_CLIENT_ID ?? '',
      clientSecret: env.QBO_CLIENT_SECRET ?? '',
      apiUrl: trimmed(env.QBO_API_URL),
      appUrl: trimmed(env.QBO_APP_URL),
      webhookKey: env.QBO_WEBHOOK_TOKEN ?? null,
      ...intuitAddresses(env.QBO_IDENTITY_URL && trimmed(env.QBO_IDENTITY_URL), env.QBO_API_URL),
    },
    foodrazorUrl: env.FOODRAZOR_URL,
    logLevel: env.LOG_LEVEL,
  }
}

/** Companies of Intuit's own sandbox have their people at another host (facts/qbo.md, OAuth). */
function intuitAddresses(base: string | undefined, apiUrl: string) {
  const accounts = new URL(apiUrl).hostname.startsWith('sandbox-') ? 'sandbox-accounts' : 'accounts'
  return {
    authorizeUrl: `${base ?? 'https://appcenter.intuit.com'}/connect/oauth2`,
    tokenUrl: `${base ?? 'https://oauth.platform.intuit.com'}/oauth2/v1/tokens/bearer`,
    revokeUrl: `${base ?? 'https://developer.api.intuit.com'}/v2/oauth2/tokens/revoke`,
    userinfoUrl: `${base ?? `https://${accounts}.platform.intuit.com`}/v1/openid_connect/userinfo`,
  }
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '')
}
