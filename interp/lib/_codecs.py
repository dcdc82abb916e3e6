"""_codecs: encode, under the name that pickles of bytes give it in protocols before 3."""


def encode(obj, encoding="utf-8", errors="strict"):
    return obj.encode(encoding, errors)
