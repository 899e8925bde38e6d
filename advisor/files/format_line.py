"""The format line that every file begins with, so that a file from a newer program is known for one."""

from __future__ import annotations

from advisor._language import _
from advisor.errors import Fault
from advisor.files.positioned_yaml import Node


def is_newer(tree: Node, current: int) -> bool:
    """Return whether `tree` says that it was written for a later format."""
    value = tree.at(("format",)).value
    return type(value) is int and value > current


def other_format(tree: Node, name: str, current: int) -> Fault | None:
    """Return a fault if `tree` does not say `format: CURRENT`; faults call the file `name`."""
    fields = tree.value if isinstance(tree.value, dict) else {}
    if "format" not in fields:
        remedy = _("write 'format: {current}' at the top").format(current=current)
        return Fault(
            name, tree.line, tree.column, _("the key 'format' is missing"), remedy, (*tree.path, "format")
        )
    node = fields["format"][1]
    if is_newer(tree, current):
        what = _("format {value} is newer than this program, which reads format {current}").format(
            value=node.value, current=current
        )
        return node.fault(name, what, _("update the program"))
    if node.value != current or type(node.value) is not int:
        what = _("there is no format '{text}'").format(text=node.text)
        remedy = _("give the number {current}") if node.is_data else _("write 'format: {current}'")
        return node.fault(name, what, remedy.format(current=current))
    return None
