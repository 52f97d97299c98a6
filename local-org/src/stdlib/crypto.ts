import * as node from 'node:crypto';
import { ApexBlob, argument, raise, unsupported } from '../values/index.js';
import { builtin } from './declare.js';

/** Apex Reference, "Crypto Class" and "EncodingUtil Class". */

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  SHA256: 'sha256',
  'SHA-512': 'sha512',
  SHA512: 'sha512',
  'SHA-384': 'sha384',
  'SHA3-256': 'sha3-256',
  'SHA3-384': 'sha3-384',
  'SHA3-512': 'sha3-512'
};
const MACS: Readonly<Record<string, string>> = { HMACMD5: 'md5', HMACSHA1: 'sha1', HMACSHA256: 'sha256', HMACSHA512: 'sha512' };
const KEY_BITS: Readonly<Record<string, number>> = { AES128: 128, AES192: 192, AES256: 256 };
const SIGNATURES: Readonly<Record<string, string>> = {
  RSA: 'RSA-SHA1',
  'RSA-SHA1': 'RSA-SHA1',
  'RSA-SHA256': 'RSA-SHA256',
  'RSA-SHA384': 'RSA-SHA384',
  'RSA-SHA512': 'RSA-SHA512',
  SHA1WITHRSA: 'RSA-SHA1',
  'ECDSA-SHA256': 'sha256',
  'ECDSA-SHA384': 'sha384',
  'ECDSA-SHA512': 'sha512'
};

function algorithm(table: Readonly<Record<string, string>>, name: string | null): string {
  return table[argument(name).toUpperCase()] ?? raise('NoSuchElementException', `No such algorithm: ${name}`);
}

const bytesOf = (blob: ApexBlob | null): Uint8Array => argument(blob).bytes;
const mac = (name: string | null, input: ApexBlob | null, key: ApexBlob | null): ApexBlob =>
  new ApexBlob(node.createHmac(algorithm(MACS, name), bytesOf(key)).update(bytesOf(input)).digest());

function cipherName(name: string | null, key: Uint8Array): string {
  const bits = KEY_BITS[argument(name).toUpperCase()];
  if (!bits) return raise('InvalidParameterValueException', `Invalid algorithm ${name}. Must be AES128, AES192, or AES256.`);
  if (key.length * 8 !== bits) raise('InvalidParameterValueException', `Invalid private key. Must be ${bits / 8} bytes.`);
  return `aes-${bits}-cbc`;
}

function checkedVector(vector: Uint8Array): Uint8Array {
  return vector.length === 16 ? vector : raise('InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.');
}

function encrypt(name: string | null, key: Uint8Array, vector: Uint8Array, data: Uint8Array): Buffer {
  const cipher = node.createCipheriv(cipherName(name, key), key, checkedVector(vector));
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

function decrypt(name: string | null, key: Uint8Array, vector: Uint8Array, data: Uint8Array): ApexBlob {
  const cipher = cipherName(name, key);
  try {
    const decipher = node.createDecipheriv(cipher, key, checkedVector(vector));
    return new ApexBlob(Buffer.concat([decipher.update(data), decipher.final()]));
  } catch {
    return raise(
      'SecurityException',
      'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.'
    );
  }
}

function privateKey(key: ApexBlob | null): node.KeyObject {
  try {
    return node.createPrivateKey({ key: Buffer.from(bytesOf(key)), format: 'der', type: 'pkcs8' });
  } catch {
    return raise('InvalidParameterValueException', 'Invalid private key. Must be PKCS #8 format.');
  }
}

function publicKey(key: ApexBlob | null): node.KeyObject {
  try {
    return node.createPublicKey({ key: Buffer.from(bytesOf(key)), format: 'der', type: 'spki' });
  } catch {
    return raise('InvalidParameterValueException', 'Invalid public key. Must be X.509 format.');
  }
}

/** As `application/x-www-form-urlencoded` (java.net.URLEncoder). */
function urlEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function utf8Only(charset: string | null): void {
  if (!/^utf-?8$/i.test(argument(charset))) unsupported(`URL encoding with character set ${charset}`);
}

export const declarations = [
  builtin('class Crypto', {
    'static Blob generateDigest(String algorithmName, Blob input)': (name: string | null, input: ApexBlob | null) =>
      new ApexBlob(node.createHash(algorithm(DIGESTS, name)).update(bytesOf(input)).digest()),
    'static Blob generateMac(String algorithmName, Blob input, Blob privateKey)': mac,
    'static Boolean verifyHMac(String algorithmName, Blob data, Blob privateKey, Blob macToVerify)': (
      name: string | null,
      input: ApexBlob | null,
      key: ApexBlob | null,
      expected: ApexBlob | null
    ) => Buffer.compare(mac(name, input, key).bytes, bytesOf(expected)) === 0,
    'static Blob generateAesKey(Integer size)': (size: number) =>
      [128, 192, 256].includes(size)
        ? new ApexBlob(node.randomBytes(size / 8))
        : raise('InvalidParameterValueException', 'Invalid key size. Must be 128, 192, or 256.'),
    'static Integer getRandomInteger()': () => node.randomBytes(4).readInt32BE(),
    'static Long getRandomLong()': () => node.randomBytes(8).readBigInt64BE(),
    'static Blob encrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob clearText)': (
      name: string | null,
      key: ApexBlob | null,
      vector: ApexBlob | null,
      data: ApexBlob | null
    ) => new ApexBlob(encrypt(name, bytesOf(key), bytesOf(vector), bytesOf(data))),
    'static Blob decrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob cipherText)': (
      name: string | null,
      key: ApexBlob | null,
      vector: ApexBlob | null,
      data: ApexBlob | null
    ) => decrypt(name, bytesOf(key), bytesOf(vector), bytesOf(data)),
    // "The initialization vector is stored as the first 128 bits of the encrypted Blob."
    'static Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText)': (
      name: string | null,
      key: ApexBlob | null,
      data: ApexBlob | null
    ) => {
      const vector = node.randomBytes(16);
      return new ApexBlob(Buffer.concat([vector, encrypt(name, bytesOf(key), vector, bytesOf(data))]));
    },
    'static Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob IVAndCipherText)': (
      name: string | null,
      key: ApexBlob | null,
      data: ApexBlob | null
    ) => decrypt(name, bytesOf(key), bytesOf(data).slice(0, 16), bytesOf(data).slice(16)),
    'static Blob sign(String algorithmName, Blob input, Blob privateKey)': (
      name: string | null,
      input: ApexBlob | null,
      key: ApexBlob | null
    ) => new ApexBlob(node.createSign(algorithm(SIGNATURES, name)).update(bytesOf(input)).sign(privateKey(key))),
    'static Boolean verify(String algorithmName, Blob data, Blob signature, Blob publicKey)': (
      name: string | null,
      data: ApexBlob | null,
      signature: ApexBlob | null,
      key: ApexBlob | null
    ) => node.createVerify(algorithm(SIGNATURES, name)).update(bytesOf(data)).verify(publicKey(key), bytesOf(signature)),
    'static Blob signWithCertificate(String algorithmName, Blob input, String certDevName)': () => unsupported('Crypto.signWithCertificate')
  }),
  builtin('class EncodingUtil', {
    'static String base64Encode(Blob inputBlob)': (input: ApexBlob | null) => Buffer.from(bytesOf(input)).toString('base64'),
    'static Blob base64Decode(String inputString)': (text: string | null) => {
      if (/[^A-Za-z0-9+/=\s]/.test(argument(text)))
        raise('StringException', 'Unrecognized base64 character: ' + /[^A-Za-z0-9+/=\s]/.exec(text!)![0]);
      return new ApexBlob(Buffer.from(text!, 'base64'));
    },
    'static String convertToHex(Blob inputBlob)': (input: ApexBlob | null) => Buffer.from(bytesOf(input)).toString('hex'),
    'static Blob convertFromHex(String inputString)': (text: string | null) =>
      /^([0-9a-fA-F]{2})*$/.test(argument(text))
        ? new ApexBlob(Buffer.from(text!, 'hex'))
        : raise('StringException', `Invalid hex string: ${text}`),
    'static String urlEncode(String inputString, String encodingScheme)': (text: string | null, charset: string | null) => {
      utf8Only(charset);
      return urlEncode(argument(text));
    },
    'static String urlDecode(String inputString, String encodingScheme)': (text: string | null, charset: string | null) => {
      utf8Only(charset);
      try {
        return decodeURIComponent(argument(text).replaceAll('+', ' '));
      } catch {
        return raise('StringException', `URLDecoder: Illegal hex characters in escape (%) pattern - ${text}`);
      }
    }
  })
];
