"""The characters of a file of text."""

from __future__ import annotations


def decoded(content: bytes, declared: str | None = None) -> str | None:
    """Text in UTF-16 with its mark, else in UTF-8, in the encoding that it declares, or in Windows-1252.

    None where it is no text: a file of text has no NUL.
    """
    marked = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if marked else ("utf-8-sig", *filter(None, [declared]), "cp1252"):
        try:
            text = content.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if "\0" not in text:
            return text
    return None
