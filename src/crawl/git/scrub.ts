/** Takes secrets out of text that people will see: the given ones, their Base64 forms, and credentials inside URLs. */
export function scrub(text: string, secrets: readonly string[]): string {
  let clean = text.replace(/(\w+:\/\/)[^\s/@]+@/g, '$1');
  for (const secret of secrets) {
    if (secret === '') continue;
    clean = clean.replaceAll(secret, '***').replaceAll(basicCredentials(secret), '***');
  }
  return clean;
}

/** What HTTP Basic authentication sends for a token; hosts look at the token alone, whatever the user name. */
export function basicCredentials(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}
