/** Takes secrets out of text that people will see: the given ones, their Base64 forms, and credentials inside URLs. */
export function scrub(text: string, secrets: readonly string[]): string {
  return hideSecrets(text.replace(/(\w+:\/\/)[^\s/@]+@/g, '$1'), secrets);
}

/** Takes out the given ones alone, and leaves everything else as it is. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret === '') continue;
    for (const form of formsOf(secret)) clean = clean.replaceAll(form, '***');
  }
  return clean;
}

// As hosts say back what they were sent.
function formsOf(secret: string): readonly string[] {
  const basic = basicCredentials(secret);
  return [secret, basic, encodeURIComponent(secret), encodeURIComponent(basic), Buffer.from(secret).toString('base64')];
}

/** What HTTP Basic authentication sends for a token; hosts look at the token alone, whatever the user name. */
export function basicCredentials(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}
