"""Files that a case must not hold and sometimes does, made in any size."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.ttfonts import TTFontFile, TTFOpenFile
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "The patient completed 12 of 24 sessions of physical therapy and reports less pain in the low back."
_DOCUMENT = "word/document.xml"
_BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{}</w:t>'
    "</w:r></w:p></w:body></w:document>"
)
_LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a0 "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)


def text_pdf(path: Path, pages: int = 1, lines: int = 20) -> None:
    """Pages that each say the file's name, their number and SENTENCE on every line."""
    canvas = Canvas(str(path), invariant=1)
    for page in range(1, pages + 1):
        for line in range(lines):
            canvas.drawString(72, 740 - 14 * line, f"{path.stem}, page {page}. {SENTENCE}"[:100])
        canvas.showPage()
    canvas.save()


def encrypted(path: Path) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(72, 700, SENTENCE)
    canvas.save()


def truncated(path: Path) -> None:
    text_pdf(path, pages=40)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 6 // 10])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def no_pages(path: Path) -> None:
    write_pdf(path, [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"])


def password_docx(path: Path) -> None:
    """As much of an encrypted Office file as tells what it is: it is an OLE file with this stream."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "EncryptedPackage".encode("utf-16-le"))


def zip_bomb(path: Path, megabytes: int = 101) -> None:
    head, tail = _BODY.encode().split(b"{}")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(_DOCUMENT, "w") as part:
        part.write(head)
        for _ in range(megabytes):
            part.write(b"pain " * ((1 << 20) // 5))
        part.write(tail)


def xml_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(_DOCUMENT, '<?xml version="1.0"?>' + _LAUGHS + _BODY.format("&a9;"))


def html_bomb(path: Path) -> None:
    path.write_text(f"{_LAUGHS.replace('lolz', 'html')}<html><body><p>{SENTENCE}</p>&a9;</body></html>")


def long_text(path: Path, megabytes: int = 33) -> None:
    with path.open("wb") as file:
        for _ in range(megabytes):
            file.write((SENTENCE.encode() + b"\n") * ((1 << 20) // (len(SENTENCE) + 1)))


def heavy_pdf(path: Path, megabytes: int = 5) -> None:
    """One page of text, and an attachment that makes the file large."""
    attachment = b"<</Length %d>>stream\n" % (megabytes << 20) + os.urandom(1 << 20) * megabytes + b"\nendstream"
    write_pdf(path, [*_one_page(b"BT /F 11 Tf 72 700 Td (%s) Tj ET" % SENTENCE.encode()), attachment])


def many_objects(path: Path, count: int = 10_000) -> None:
    write_pdf(path, [*_one_page(b"BT /F 11 Tf 72 700 Td (%s) Tj ET" % SENTENCE.encode()), *[b"null"] * count])


def many_drawings(path: Path, count: int = 10_000) -> None:
    """One page with so many lines on it."""
    drawn = b"".join(b"%d %d m %d %d l S\n" % (n % 600, n % 780, n % 590, n % 770) for n in range(count))
    write_pdf(path, _one_page(drawn))


def no_unicode_map(path: Path) -> None:
    """Letters by glyph number only, as some print drivers embed their fonts."""
    program = TTFOpenFile("Vera.ttf")[1].read()
    face = TTFontFile("Vera.ttf")
    glyphs = face.charToGlyph
    widths = "".join(f"{glyph}[{face.charWidths[code]:.0f}]" for code, glyph in glyphs.items() if code < 128)
    rows = [f"Line {row}. {SENTENCE[:60]}" for row in range(1, 13)]
    codes = ["".join(f"{glyphs[ord(character)]:04x}" for character in row) for row in rows]
    drawn = "".join(f"BT /F 11 Tf 40 {760 - 20 * row} Td <{code}> Tj ET\n" for row, code in enumerate(codes))
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/Vera/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Vera/CIDToGIDMap/Identity/FontDescriptor 7 0 R"
        b"/W[%s]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>" % widths.encode(),
        b"<</Type/FontDescriptor/FontName/Vera/Flags 4/FontBBox[-183 -236 1287 928]/ItalicAngle 0/Ascent 928"
        b"/Descent -236/CapHeight 928/StemV 87/FontFile2 8 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(program), program),
    )
    write_pdf(path, [*_one_page(drawn.encode())[:4], *font])


def one_broken_page(path: Path) -> None:
    """Three pages, of which the second is none."""
    catalog, _, page, *rest = _one_page(b"BT /F 11 Tf 72 700 Td (%s) Tj ET" % SENTENCE.encode())
    pages = b"<</Type/Pages/Kids[3 0 R 6 0 R 7 0 R]/Count 3>>"
    write_pdf(path, [catalog, pages, page, *rest, b"[(no page)]", page])


def image_bomb(path: Path, side: int = 6000) -> None:
    """A page that shows an image of some hundred kilobytes, which is large when it is unpacked."""
    packer = zlib.compressobj()
    row = b"\xff" * side
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    image = (
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (side, side, len(packed), packed)
    )
    catalog, pages, page, *rest = _one_page(b"q 612 0 0 792 0 0 cm /I Do Q")
    write_pdf(path, [catalog, pages, page.replace(b"/Resources<<", b"/Resources<</XObject<</I 6 0 R>>"), *rest, image])


def nul_bytes(path: Path) -> None:
    path.write_bytes(b"\0".join(word.encode() for word in SENTENCE.split(" ")) + b"\0\0\n" + SENTENCE.encode())


def right_to_left(path: Path) -> None:
    path.write_text("המטופל השלים שנים עשר טיפולי פיזיותרפיה ומדווח על פחות כאב בגב התחתון.\n", encoding="utf-8")


def link_out(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def write_pdf(path: Path, objects: list[bytes]) -> None:
    """A PDF of these objects, the first of them its catalog."""
    offsets = []
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        for number, content in enumerate(objects, start=1):
            offsets.append(file.tell())
            file.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        start = file.tell()
        file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
        file.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
        file.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def _one_page(drawn: bytes) -> list[bytes]:
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]


BAD_FILES: dict[str, Callable[[Path], None]] = {
    "encrypted.pdf": encrypted,
    "truncated.pdf": truncated,
    "empty.pdf": empty,
    "no pages.pdf": no_pages,
    "wrong extension.docx": text_pdf,
    "password.docx": password_docx,
    "zip bomb.docx": zip_bomb,
    "xml bomb.docx": xml_bomb,
    "xml bomb.html": html_bomb,
    "long text.txt": long_text,
    "heavy.pdf": heavy_pdf,
    "many objects.pdf": many_objects,
    "many drawings.pdf": many_drawings,
    "no unicode map.pdf": no_unicode_map,
    "one broken page.pdf": one_broken_page,
    "image bomb.pdf": image_bomb,
    "nul bytes.txt": nul_bytes,
    "right to left.txt": right_to_left,
    "link out.pdf": link_out,
    "pipe.pdf": pipe,
}
"""By the name under which each lies in a case, small where size is not the point."""
