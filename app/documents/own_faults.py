"""What is wrong with a template that somebody wrote in the place of a shipped one.

It may use what the shipped one uses, and say it in other words: names, choices and a few
filters. Nothing in it can call, loop or calculate where the shipped one does not.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import SandboxedEnvironment

from app.documents.tagging.fonts import unprintable

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Filter,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Getitem,
    nodes.Slice,
)
_FILTERS = frozenset({"capitalize", "length", "lower", "title", "trim", "upper"})
# A value of each kind that a document fills in.
_SAMPLES = ("Ord", "", 2)


@dataclass(frozen=True)
class Fault:
    """What is wrong, as a key under [texts] of errors.toml, on which line of the template."""

    key: str
    line: int
    params: Mapping[str, str]


def plain_environment() -> SandboxedEnvironment:
    """Return an environment in which a template sees only the values it is given."""
    return SandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


def fault_in(template: str, shipped: str) -> Fault | None:
    """Return the first thing that is wrong with a template in the place of a shipped one."""
    if shipped.strip().isdecimal():
        wrong = not re.fullmatch(r"[0-9]{1,3}", template.strip())
        return Fault("own_number", 1, {}) if wrong else None
    if lost := unprintable(template):
        return Fault("own_characters", 1, {"characters": " ".join(lost)})
    environment = plain_environment()
    try:
        tree = environment.parse(template)
    except TemplateSyntaxError as error:
        return Fault("own_mistake", error.lineno, {"problem": str(error)})
    original = environment.parse(shipped)
    known = meta.find_undeclared_variables(original)
    found = (*_forbidden(tree, original), *_unknown(tree, known))
    return next(iter(found), None) or _failing(environment, template, known)


def _forbidden(tree: nodes.Template, original: nodes.Template) -> Iterator[Fault]:
    allowed = {*_ALLOWED, *map(type, original.find_all(nodes.Node))}
    for node in tree.find_all(nodes.Node):
        name = node.name if isinstance(node, nodes.Filter) else ""
        if type(node) not in allowed or (name and name not in _FILTERS):
            what = name or type(node).__name__.lower()
            yield Fault("own_forbidden", node.lineno, {"what": what})


def _unknown(tree: nodes.Template, known: set[str]) -> Iterator[Fault]:
    names = ", ".join(sorted(known)) or "-"
    for node in tree.find_all(nodes.Name):
        if node.name not in known:
            yield Fault("own_name", node.lineno, {"name": node.name, "names": names})


def _failing(environment: Environment, template: str, known: set[str]) -> Fault | None:
    """Try the template with values of each kind; one kind that works is enough."""
    problems = [_tried(environment, template, dict.fromkeys(known, each)) for each in _SAMPLES]
    if all(problems):
        return Fault("own_mistake", 1, {"problem": problems[0]})
    return None


def _tried(environment: Environment, template: str, values: Mapping[str, object]) -> str:
    try:
        return markup_fault(environment.from_string(template).render(**values))
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        return str(error)


def markup_fault(markup: str) -> str:
    """Return the part of a markup that is wrong; values are escaped, so it is a template's."""
    if "<" not in markup:
        return ""
    open_tags: list[str] = []
    for tag in re.findall(r"<[^>]*>?", markup):
        if tag in ("<b>", "<i>"):
            open_tags.append(tag)
        elif not open_tags or tag != f"</{open_tags.pop()[1:]}":
            return str(tag)
    return open_tags[-1] if open_tags else ""
