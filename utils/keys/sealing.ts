/** A text that only one key opens, and only as what it was sealed as. Both parts are Base64. */
export interface Sealed {
  readonly nonce: string;
  readonly box: string;
}

/** What a sealed text is: all of it must be said again to open it. */
export type Identity = readonly (string | number)[];

/** Raw bytes of a key. */
export type KeyBytes = Uint8Array<ArrayBuffer>;

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const KEY_BITS = 256;

/** A fresh salt, in Base64. */
export function newSalt(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

/**
 * Derives the bytes of a key from a passphrase by PBKDF2-SHA256.
 * Composed and decomposed letters are one and the same, since keyboards differ in that.
 */
export async function deriveKey(
  passphrase: string,
  salt: string,
  rounds: number,
): Promise<KeyBytes> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(how, material, KEY_BITS));
}

/** Seals a text by AES-256-GCM under a nonce that was never used before. */
export async function seal(key: KeyBytes, identity: Identity, text: string): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const box = await crypto.subtle.encrypt(
    gcm(nonce, identity),
    await imported(key),
    new TextEncoder().encode(text),
  );
  return { nonce: toBase64(nonce), box: toBase64(new Uint8Array(box)) };
}

/** Opens a sealed text; `undefined` when key or identity are others, or a byte was changed. */
export async function open(
  key: KeyBytes,
  identity: Identity,
  sealed: Sealed,
): Promise<string | undefined> {
  try {
    const how = gcm(fromBase64(sealed.nonce), identity);
    const text = await crypto.subtle.decrypt(how, await imported(key), fromBase64(sealed.box));
    return new TextDecoder().decode(text);
  } catch {
    return undefined;
  }
}

/** Bytes as Base64. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Base64 as bytes. Throws for what is not Base64. */
export function fromBase64(text: string): KeyBytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function gcm(iv: KeyBytes, identity: Identity): AesGcmParams {
  // As JSON no two lists look alike.
  return {
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(JSON.stringify(identity)),
  };
}

function imported(key: KeyBytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
