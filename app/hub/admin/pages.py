"""Writes the pages: templates and sentences lie in resources, everything shown is escaped."""

from functools import partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Response
from litestar.datastructures import Cookie

from app.errors import KnownError
from app.hub.admin.doors import Visitor, form_token
from app.hub.admin.words import TABLE, Words
from app.texts import RESOURCES, Texts
from app.wording import long_date

Asked = Request[Any, Any, Any]

# Where the pages lie.
PREFIX = "/admin"
COOKIE = "hjemmebesoeg_admin"
FOLDER = RESOURCES / "hub"
# The menu: groups of pages, where each lies, and who may see it.
MENU = (
    (
        "casework",
        (
            ("overview", "/", "reads"),
            ("planning", "/planning", "reads"),
            ("deadlines", "/deadlines", "reads"),
            ("letters", "/letters", "reads"),
            ("conflicts", "/conflicts", "leads"),
            ("cases", "/cases", "leads"),
            ("audit", "/audit", "leads"),
            ("statistics", "/statistics", "reads"),
        ),
    ),
    (
        "running",
        (
            ("computers", "/computers", "leads"),
            ("people", "/people", "leads"),
            ("quarantine", "/quarantine", "leads"),
            ("parked", "/parked", "administers"),
            ("erasures", "/erasures", "administers"),
            ("acts", "/acts", "administers"),
        ),
    ),
)
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Vary": "Cookie, Accept-Language",
}

_TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def texts_for(request: Asked) -> Texts:
    """Return the sentences in the browser's language: Danish, unless it asks for English."""
    wanted = request.headers.get("accept-language", "").strip().lower()
    return Texts("en" if wanted.startswith("en") else "da")


def page(request: Asked, name: str, status: int = 200, **values: Any) -> Response[str]:
    """Return a page; `values` are what its template shows, `error` what went wrong."""
    texts = texts_for(request)
    words, visitor = Words(texts), getattr(request.state, "visitor", None)
    token = values.pop("token", request.cookies.get(COOKIE, ""))
    error: KnownError | None = values.pop("error", None)
    shown: dict[str, Any] = {
        "t": partial(texts.lookup, TABLE),
        "one_of": words.one_of,
        "why": words.reason,
        "at": words.moment,
        "number": words.number,
        "field_name": words.field,
        "value": words.value,
        "language": texts.language,
        "day": partial(long_date, language=texts.language),
        "measure": lambda key: texts.message(f"statistics.{key}"),
        "base": PREFIX,
        "here": name,
        "form_token": form_token(token) if token else "",
        "visitor": visitor,
        "menu": _menu(visitor),
        "error": texts.error(error) if error else "",
        "said": _said(request),
        **values,
    }
    text = _TEMPLATES.get_template(f"{name}.html").render(shown)
    return Response(text, status_code=status, media_type="text/html; charset=utf-8")


def cookie(request: Asked, token: str) -> Cookie:
    """Return the cookie by which a browser is known: no script and no other site reads it."""
    return Cookie(
        COOKIE,
        value=token,
        path=PREFIX,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )


# What a page may say after it was sent on to: the rest of the address is nobody's to choose.
SAID = frozenset(
    {
        "case_moved",
        "changed",
        "dropped",
        "offered_again",
        "password_chosen",
        "readmitted",
        "revoked",
        "signed_out",
        "team_added",
        "user_closed",
        "user_opened",
        "visit_cancelled",
        "visit_changed",
        "visit_planned",
    }
)


def _said(request: Asked) -> str:
    given = request.query_params.get("said", "")
    return given if given in SAID else ""


def _menu(visitor: Visitor | None) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the groups of the menu, with the pages that the visitor may see."""
    if visitor is None or visitor.must_choose:
        return []
    seen = {
        "reads": visitor.enters,
        "leads": visitor.leads,
        "administers": visitor.administers,
    }
    groups = [(g, [(name, path) for name, path, need in pages if seen[need]]) for g, pages in MENU]
    return [(group, pages) for group, pages in groups if pages]
