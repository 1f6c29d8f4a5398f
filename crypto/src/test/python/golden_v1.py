"""Writes the golden vectors of formats version 1, from the description of the formats and not from the Java code.

Needs the package "cryptography". Run it as: python3 golden_v1.py > ../resources/golden/v1.properties
The file is checked in and never changes: every later release has to read it.
"""

import hashlib
import hmac
import struct
import uuid

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

TENANT = "golden"
PERSON = uuid.UUID("0b0e7c52-6a9f-4f3c-9d0e-2f6f8c1d4a11")
NOBODY = uuid.UUID(int=0)
EPOCH = 1
CREATED_MS = 1_767_225_600_123


def fixed(name, length):
    """Bytes that look random and are the same at each run."""
    return hashlib.shake_256(b"golden v1 " + name.encode()).digest(length)


def fixed_uuid(name):
    return uuid.UUID(bytes=fixed(name, 16), version=4)


def lp(part):
    return struct.pack(">H", len(part)) + part


def gcm(key, iv, plain, associated_data):
    """A Tink AES256_GCM ciphertext without prefix."""
    return iv + AESGCM(key).encrypt(iv, plain, associated_data)


# --- protocol buffers, by hand -------------------------------------------------------------------------------------

def varint(number):
    out = b""
    while number > 0x7F:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def number_field(field, number):
    return varint(field << 3) + varint(number)


def bytes_field(field, value):
    return varint(field << 3 | 2) + varint(len(value)) + value


def keyset(type_name, key_value, key_id, prefix_type):
    """google.crypto.tink.Keyset with one enabled symmetric key."""
    data = (
        bytes_field(1, b"type.googleapis.com/google.crypto.tink." + type_name)
        + bytes_field(2, key_value)
        + number_field(3, 1)
    )
    key = bytes_field(1, data) + number_field(2, 1) + number_field(3, key_id) + number_field(4, prefix_type)
    return number_field(1, key_id) + bytes_field(2, key)


TINK_PREFIX, RAW = 1, 3
SHA256 = 3

# --- keys ------------------------------------------------------------------------------------------------------------

kek = fixed("kek", 32)
branch_id = fixed_uuid("branch id")
branch_key = fixed("branch key", 32)
branch_tink_id = 0x5EA1ED01
branch_keyset = keyset(b"AesGcmKey", bytes_field(3, branch_key), branch_tink_id, TINK_PREFIX)
branch_context = hashlib.sha256(
    b"waxseal/branch/v1\0" + lp(TENANT.encode()) + struct.pack(">I", EPOCH) + branch_id.bytes
).digest()
branch_wrapped = gcm(kek, fixed("branch iv", 12), branch_keyset, branch_context)


def wrap(label, key_id, key, belongs_to, iv):
    length = 5 + 12 + len(key) + 16
    prefix = (
        b"WK\x01\x01"
        + struct.pack(">I", EPOCH)
        + branch_id.bytes
        + key_id.bytes
        + struct.pack(">IQH", 1, CREATED_MS, length)
    )
    ciphertext = b"\x01" + struct.pack(">I", branch_tink_id) + gcm(branch_key, iv, key, label + prefix + belongs_to)
    assert len(ciphertext) == length
    return prefix + ciphertext


def person_key(person, name):
    key_id, key = fixed_uuid(name + " id"), fixed(name, 32)
    wrapped = wrap(b"waxseal/wrap/v1\0", key_id, key, TENANT.encode() + person.bytes, fixed(name + " iv", 12))
    assert len(wrapped) == 119
    return key_id, key, wrapped


# --- records ---------------------------------------------------------------------------------------------------------

def padme(content):
    wanted = max(content + 1, 64)
    exponent = wanted.bit_length() - 1
    free = exponent - exponent.bit_length()
    return (wanted + (1 << free) - 1) >> free << free


def record(person, key_id, key, purpose, collection, record_id, version, field, plain, iv):
    flags = 3 if person == NOBODY else 1
    header = b"WX\x01\x01" + bytes([flags, purpose]) + struct.pack(">I", 1) + key_id.bytes
    associated_data = (
        b"waxseal/record/v1\0"
        + header
        + lp(TENANT.encode())
        + lp(collection.encode())
        + lp(record_id.bytes)
        + struct.pack(">Q", version)
        + lp(field.encode())
        + lp(hashlib.sha256(b"").digest())
    )
    padded = plain + b"\x80" + bytes(padme(len(plain)) - len(plain) - 1)
    return header + gcm(key, iv, bytes(32) + padded, associated_data)


# --- output ----------------------------------------------------------------------------------------------------------

def put(name, value):
    print(f"{name}={value.hex() if isinstance(value, bytes) else value}")


put("tenant", TENANT)
put("created", CREATED_MS)
put("kek", kek)
put("branch.id", branch_id)
put("branch.wrapped", branch_wrapped)

for number, (person, name) in enumerate([(PERSON, "person key"), (NOBODY, "tenant key")]):
    key_id, key, wrapped = person_key(person, name)
    put(f"person.{number}", person)
    put(f"person.{number}.keyId", key_id)
    put(f"person.{number}.wrapped", wrapped)
    cases = [
        (1, "wx_archive", 0, "content", b""),
        (6, "wx_inbox", 7, "event", "Grüße 👋".encode()),
        (9, "evidence", 2**63 - 1, "f" * 64, fixed("long content", 1000)),
        (1, "wx_archive", 0, "content", b"\x80" + bytes(62)),
        (1, "wx_archive", 0, "content", b"\x80" + bytes(63)),
    ]
    for case, (purpose, collection, version, field, plain) in enumerate(cases):
        record_id = fixed_uuid(f"record {number} {case}")
        sealed = record(
            person, key_id, key, purpose, collection, record_id, version, field, plain, fixed(f"iv {number} {case}", 12)
        )
        base = f"person.{number}.record.{case}"
        put(base + ".purpose", purpose)
        put(base + ".collection", collection)
        put(base + ".id", record_id)
        put(base + ".version", version)
        put(base + ".field", field)
        put(base + ".plain", plain)
        put(base + ".sealed", sealed)

index_key, index_key_id = fixed("index key", 32), fixed_uuid("index key id")
index_keyset = keyset(
    b"HmacPrfKey", bytes_field(2, number_field(1, SHA256)) + bytes_field(3, index_key), 0x01DE0001, RAW
)
put("index.field", "wa_id")
put("index.keyId", index_key_id)
put(
    "index.wrapped",
    wrap(b"waxseal/wrap-index/v1\0", index_key_id, index_keyset, lp(b"wa_id") + TENANT.encode(), fixed("index iv", 12)),
)
for number, value in enumerate(["15550001234", "", "ES.Größe"]):
    put(f"index.{number}.value", value.encode())
    mac = hmac.digest(index_key, b"waxseal/idx/v1\0" + lp(b"wa_id") + value.encode(), "sha256")
    put(f"index.{number}.idx", bytes([EPOCH]) + mac[:16])

for length in [0, 1, 62, 63, 64, 127, 128, 200, 1000, 4096, 65535, 1_000_000, 2**30]:
    put(f"padme.{length}", padme(length))

passphrase = "correct horse ünïcode battery"
file_id, file_key, rounds = fixed_uuid("file id"), fixed("file key", 32), 600_000
header = b"WXKF\x01\x01\x00\x00" + struct.pack(">I", rounds) + file_id.bytes + fixed("salt", 32) + struct.pack(">H", 60)
sealing = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), fixed("salt", 32), rounds, 32)
put("file.passphrase", passphrase.encode())
put("file.uri", f"sealed-file:{file_id}")
put("file.bytes", header + gcm(sealing, fixed("file iv", 12), file_key, header))
put("file.wrapped", gcm(file_key, fixed("file wrap iv", 12), b"a key", b"a context"))
