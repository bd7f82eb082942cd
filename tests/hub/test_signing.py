"""Signatures: each is for one purpose, one hub, one session and one body."""

import itertools

import msgspec
import pytest

from app.sync import signing, wire
from app.sync.signing import SigningKey, verify


def test_a_key_that_was_saved_signs_as_before() -> None:
    key = SigningKey.make()
    again = SigningKey.load(key.save())
    text = signing.hello_text(b"n")
    assert again.public == key.public
    assert verify(key.public, again.sign(text), text)
    assert "SigningKey(…)" in repr(key)


def test_no_text_that_is_signed_for_one_thing_counts_for_another() -> None:
    nonce = signing.new_nonce()
    texts = [
        signing.hello_text(nonce),
        signing.sign_in_text("h", "d", nonce),
        signing.sign_in_text("hd", "", nonce),
        signing.sign_in_text("other", "d", nonce),
        signing.sign_in_text("h", "other", nonce),
        signing.request_text("POST", "/v1/changes", "t", b"body"),
        signing.request_text("PUT", "/v1/changes", "t", b"body"),
        signing.request_text("POST", "/v1/other", "t", b"body"),
        signing.request_text("POST", "/v1/changes", "t2", b"body"),
        signing.request_text("POST", "/v1/changes", "t", b"other"),
        signing.request_text("POST", "/v1/changest", "", b"body"),
    ]
    assert len(set(texts)) == len(texts)
    key = SigningKey.make()
    for signed, asked in itertools.product(texts, texts):
        assert verify(key.public, key.sign(signed), asked) is (signed == asked)


@pytest.mark.parametrize("public", [b"", b"x", bytes(33)])
def test_a_key_that_is_none_verifies_nothing(public: bytes) -> None:
    key, text = SigningKey.make(), signing.hello_text(b"n")
    assert not verify(public, key.sign(text), text)
    assert not signing.is_public_key(public)


@pytest.mark.parametrize("signature", [b"", bytes(64), b"x" * 65])
def test_a_signature_that_is_none_is_none(signature: bytes) -> None:
    assert not verify(SigningKey.make().public, signature, signing.hello_text(b"n"))


def test_another_computers_signature_is_none() -> None:
    text = signing.hello_text(b"n")
    assert not verify(SigningKey.make().public, SigningKey.make().sign(text), text)


def test_secrets_do_not_stand_in_what_is_printed() -> None:
    ask = wire.Enrol(code="KODE", password="hemmelig", key=b"", name="", program="")
    assert "hemmelig" not in repr(ask)
    assert msgspec.json.decode(msgspec.json.encode(ask), type=wire.Enrol) == ask
