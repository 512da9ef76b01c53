import { type DestinationStream, type Logger, pino } from 'pino'

/** What no line may show, wherever in an object it stands at the first or second level. */
const secrets = [
  'authorization',
  'token',
  'code',
  'verifier',
  'accessToken',
  'refreshToken',
  'access_token',
  'refresh_token',
  'id_token',
  'clientSecret',
  'secretKey',
]

/** One JSON object a line, on the standard output unless told otherwise; secrets are left out. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const paths = secrets.flatMap(name => [name, `*.${name}`])
  const options = { level, redact: [...paths, 'err.config', 'err.request', 'err.response'] }
  return to ? pino(options, to) : pino(options)
}
