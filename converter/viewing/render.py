"""Templates, styles and scripts put together into one page that needs nothing else."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from converter.models.facts import Indicator
from converter.viewing import amounts, charts
from converter.viewing import series as series_of
from converter.viewing.labels import Language, dictionary, for_script, label
from converter.viewing.visible import visible

_HERE = Path(__file__).parent


def page(template: str, styles: Sequence[str], scripts: Sequence[str], language: Language, **values: Any) -> str:
    """The page of a template with its styles and scripts inside, under a policy that lets nothing else run or load."""
    words = Words(language)
    style = "\n".join(_asset(f"{name}.css") for name in styles)
    script = "(() => {\n'use strict';\n" + "\n".join(_asset(f"{name}.js") for name in scripts) + "\n})();"
    body = _environment().get_template(template).render(**words.functions(), **values)
    return _environment().get_template("base.html.j2").render(
        **words.functions(),
        heading=visible(values["heading"]),
        body=Markup(body),
        dictionary=Markup(dictionary(words.used)),
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
        data=Markup(for_script(values["data"])) if "data" in values else None,
    )  # fmt: skip


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy: this style and this script by their digests, a favicon of no bytes, and nothing from anywhere."""
    own = f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    return f"default-src 'none'; {own}; img-src data:; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}"


class Words:
    """What templates call to say something in two languages; remembers which words a page uses."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.used: set[str] = set()

    def functions(self) -> dict[str, Any]:
        """Names templates know."""
        return {
            "t": self.text, "ts": self.in_svg, "ta": self.attributes, "tp": self.placeholder, "w": self.word,
            "language": self._language, "charts": charts, "series_of": series_of,
            "level": amounts.level, "change": self.change,
        }  # fmt: skip

    def word(self, key: str) -> str:
        """The bare word in the page's first language."""
        self.used.add(key)
        return label(key, self._language)

    def text(self, key: str) -> Markup:
        """The word in an element that the script can change."""
        return self._element("span", key)

    def in_svg(self, key: str) -> Markup:
        """The same inside a drawing."""
        return self._element("tspan", key)

    def _element(self, name: str, key: str) -> Markup:
        return Markup(f'<{name} data-t="{escape(key)}">{escape(self.word(key))}</{name}>')

    def change(self, fact: Indicator) -> Markup:
        """The change a figure states; where it takes words, in an element that the script can change."""
        zh, en = (escape(visible(amounts.change(fact, language))) for language in get_args(Language))
        said = en if self._language == "en" else zh
        return Markup(said) if zh == en else Markup(f'<span data-zh="{zh}" data-en="{en}">{said}</span>')

    def attributes(self, key: str) -> Markup:
        """aria-label and title."""
        said = escape(self.word(key))
        return Markup(f'data-ta="{escape(key)}" aria-label="{said}" title="{said}"')

    def placeholder(self, key: str) -> Markup:
        """aria-label and placeholder of an input."""
        said = escape(self.word(key))
        return Markup(f'data-tp="{escape(key)}" aria-label="{said}" placeholder="{said}"')


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["v"] = lambda text: visible(str(text))
    return made


@cache
def _asset(name: str) -> str:
    return (_HERE / "assets" / name).read_text("utf-8")
