"""How far the text of Word files agrees with independent copies of it: `python -m scripts.compare_word --corpus DIR`.

DIR holds `NAME.docx` beside `NAME.docx.ref.md`. For each file: the share of our 8-character pieces that the copy has,
the share of the copy's that we have (both from the salutation on, without punctuation), and the characters of runs we lack.
"""

from __future__ import annotations

import argparse
import io
import re
import zipfile
from collections import Counter
from pathlib import Path

from lxml import etree

from converter.reading.docx import read_docx
from converter.text import shadow

_LONG = 8
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def pieces(text: str) -> set[str]:
    """The pieces of a text from its salutation on."""
    bare = re.sub(r"[\W_]", "", shadow(text[max(0, text.find("各位代表")) :]))
    return {bare[at : at + _LONG] for at in range(len(bare) - _LONG + 1)}


def lacking(data: bytes, text: str) -> int:
    """How many characters of runs in the document part are not in the text."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    runs = Counter("".join("".join((one.text or "").split()) for one in root.iter(_TEXT)))
    return sum((runs - Counter(text)).values())


def main() -> None:
    """Prints one row a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    for path in sorted(parser.parse_args().corpus.rglob("*.docx")):
        data, copy = path.read_bytes(), Path(f"{path}.ref.md")
        text = read_docx(data, path.name).text
        ours, theirs = pieces(text), pieces(copy.read_text("utf-8"))
        both = len(ours & theirs)
        print(f"{path.name:20} ours in copy {both / len(ours):.4f}  copy in ours {both / len(theirs):.4f}  lacking {lacking(data, text)}")


if __name__ == "__main__":
    main()
