/** An encrypted text. Only the same key and the same identity open it. Both parts are Base64. */
export interface Sealed {
  readonly nonce: string;
  readonly box: string;
}

/** What a sealed text is. The same values are needed to open it. */
export type Identity = readonly (string | number)[];

/** Raw bytes of a key. */
export type KeyBytes = Uint8Array<ArrayBuffer>;

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const KEY_BITS = 256;

/** @returns A new random salt, in Base64. */
export function newSalt(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

/**
 * Derives the bytes of a key from a passphrase by PBKDF2-SHA256. Composed and decomposed letters
 * count as the same, since keyboards differ in them.
 * @param salt In Base64.
 * @throws DOMException when the salt is not Base64.
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

/** Encrypts a text by AES-256-GCM with a new random nonce. */
export async function seal(key: KeyBytes, identity: Identity, text: string): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const box = await crypto.subtle.encrypt(
    gcm(nonce, identity),
    await imported(key),
    new TextEncoder().encode(text),
  );
  return { nonce: toBase64(nonce), box: toBase64(new Uint8Array(box)) };
}

/** @returns The text, or `undefined` when the key or identity is wrong or a byte was changed. */
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

/** @returns The bytes in Base64. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/**
 * @param text Base64.
 * @throws DOMException when it is not Base64.
 */
export function fromBase64(text: string): KeyBytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function gcm(iv: KeyBytes, identity: Identity): AesGcmParams {
  // Two different lists never have the same JSON.
  return {
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(JSON.stringify(identity)),
  };
}

function imported(key: KeyBytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
