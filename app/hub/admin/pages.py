"""Writes the pages: templates and sentences lie in resources, everything shown is escaped."""

from datetime import date, datetime
from functools import partial
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Request, Response
from litestar.datastructures import Cookie

from app.clock import local
from app.errors import BugError, KnownError
from app.hub.admin.doors import form_token
from app.texts import RESOURCES, Texts
from app.wording import clock, long_date, short_date

Asked = Request[Any, Any, Any]

# Where the pages lie.
PREFIX = "/admin"
COOKIE = "hjemmebesoeg_admin"
FOLDER = RESOURCES / "hub"
TABLE = "hub_admin"
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
    token = values.pop("token", request.cookies.get(COOKIE, ""))
    error: KnownError | None = values.pop("error", None)
    shown: dict[str, Any] = {
        "t": partial(texts.lookup, TABLE),
        "one_of": partial(_one_of, texts),
        "why": lambda key: _reason(texts, key),
        "at": partial(_moment, language=texts.language),
        "language": texts.language,
        "day": partial(long_date, language=texts.language),
        "number": partial(_number, language=texts.language),
        "measure": lambda key: texts.message(f"statistics.{key}"),
        "base": PREFIX,
        "here": name,
        "form_token": form_token(token) if token else "",
        "visitor": getattr(request.state, "visitor", None),
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
SAID = frozenset({"team_added", "user_added", "changed", "revoked", "signed_out"})


def _said(request: Asked) -> str:
    given = request.query_params.get("said", "")
    return given if given in SAID else ""


def _one_of(texts: Texts, group: str, key: str) -> str:
    """Return the word for a key, or the key itself where a newer program wrote it."""
    try:
        return texts.lookup(TABLE, f"{group}.{key}")
    except BugError:
        return key


def _reason(texts: Texts, key: str) -> str:
    """Return why something was refused, also where its sentence asks for more than is kept."""
    try:
        return texts.error(KnownError(key))
    except (BugError, KeyError):
        return texts.lookup(TABLE, "quarantine.other", key=key)


def _moment(moment: datetime | None, language: str) -> str:
    if moment is None:
        return Texts(language).lookup(TABLE, "never")
    there = local(moment)
    return f"{short_date(there.date())} {clock(there)}"


def _number(value: float, language: str) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "da" else text


def first_of_year(day: date) -> date:
    """Return the day from which figures are shown unless another is chosen."""
    return day.replace(month=1, day=1)
