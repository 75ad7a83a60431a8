import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import type { Clock } from '../../crawl/clock.ts';
import type { Account, HostedRepository } from './github-model.ts';

/** A GitHub App, known by its public key. */
export interface App {
  readonly id: number;
  /** PEM. */
  readonly publicKey: string;
}

/** An app that was installed on an account. */
export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: Account;
  suspended: boolean;
}

/** What an installation's app was handed. */
export interface InstallationToken {
  readonly value: string;
  readonly installation: Installation;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Who asks: nobody known, the holder of a personal token, an app, or an app's installation. */
export type Identity =
  | { readonly type: 'anonymous' }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'token'; readonly value: string }
  | { readonly type: 'app'; readonly app: App }
  | { readonly type: 'installation'; readonly token: InstallationToken };

/** Makes the keys of an app, in PEM. */
export function generateAppKeys(): { readonly publicKey: string; readonly privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

/** An installation token lives this long. */
const tokenLife = 3_600_000;

/** Who may do what on the emulated host. */
export class Access {
  /** Personal tokens that see every repository. */
  readonly tokens = new Set<string>();
  /** Personal tokens, of those, that were authorised for single sign-on. */
  readonly authorised = new Set<string>();
  readonly apps: App[] = [];
  readonly installations: Installation[] = [];
  readonly handedOut: InstallationToken[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  install(app: App, account: Account): Installation {
    const installation = { id: 7000 + this.installations.length, app, account, suspended: false };
    this.installations.push(installation);
    return installation;
  }

  handOut(installation: Installation): InstallationToken {
    const value = `ghs_${String(this.handedOut.length + 1).padStart(36, 'x')}`;
    const token = { value, installation, expiresAt: this.#clock.now() + tokenLife };
    this.handedOut.push(token);
    return token;
  }

  /** Says who a bearer, or the password of a Basic header, stands for. */
  identify(secret: string | undefined): Identity {
    if (secret === undefined) return { type: 'anonymous' };
    if (this.tokens.has(secret)) return { type: 'token', value: secret };
    const token = this.handedOut.find(({ value }) => value === secret);
    if (token && token.expiresAt > this.#clock.now()) return { type: 'installation', token };
    return this.#identifyApp(secret);
  }

  sees(identity: Identity, repository: HostedRepository): boolean {
    if (identity.type === 'token' || repository.visibility === 'public') return true;
    return identity.type === 'installation' && identity.token.installation.account === repository.owner;
  }

  // https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
  #identifyApp(secret: string): Identity {
    const [header = '', payload = '', signature] = secret.split('.');
    if (signature === undefined) return { type: 'refused', message: 'Bad credentials' };
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const app = this.apps.find(({ id }) => String(id) === String(claims['iss']));
    const signed = Buffer.from(`${header}.${payload}`);
    const key = app && createPublicKey(app.publicKey);
    if (!app || !key || !verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))) {
      return { type: 'refused', message: 'A JSON web token could not be decoded' };
    }
    const now = this.#clock.now() / 1000;
    const [issued, expires] = [Number(claims['iat']), Number(claims['exp'])];
    if (!(issued <= now && expires > now && expires - now <= 600)) {
      return { type: 'refused', message: "'Expiration time' claim ('exp') is too far in the future" };
    }
    return { type: 'app', app };
  }
}
