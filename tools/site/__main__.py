"""Make the reference site. Whatever is wrong ends it: a broken link, a public name without words.

    python -m tools.site FOLDER [--without-knowledge]

The pages are copied aside first, with what docs/ itself does not have: a list of contents, the reference, and
CONTRIBUTING. Links into the code become text there: the site is read without it.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from pathlib import Path

from sphinx.cmd.build import build_main

from tools.site.contents import index_page
from tools.site.reference import reference_page

ROOT = Path(__file__).resolve().parent.parent.parent
INTO_CODE = re.compile(r"\[([^\]\[]*)\]\((?:\.\./)+((?!docs/|CONTRIBUTING|CHANGELOG)[^)]*)\)")
OF_THE_HOUSE = re.compile(r"\[([^\]\[]*)\]\((?:tests|changelog\.d)/[^)]*\)")
WITHIN = (("](../CONTRIBUTING.md", "](CONTRIBUTING.md"), ("](../CHANGELOG.md", "](CHANGELOG.md"))


def main() -> None:
    """Read the command line, and make the site."""
    parser = argparse.ArgumentParser(prog="python -m tools.site")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without-knowledge", action="store_true", help="no page for each entry: quicker")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="site-") as folder:
        pages = Path(folder) / "pages"
        gather(pages, with_knowledge=not words.without_knowledge)
        wrong = build_main(
            ["-q", "-W", "--keep-going", "-b", "html", "-d", f"{folder}/kept", str(pages), str(words.folder)]
        )
    if wrong:
        raise SystemExit(wrong)
    print(f"{words.folder}/index.html")


def gather(pages: Path, *, with_knowledge: bool) -> None:
    """Lay all pages of the site in a folder."""
    docs = ROOT / "docs"
    shutil.copytree(docs, pages, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    if not with_knowledge:
        shutil.rmtree(pages / "knowledge")
    for name in ("CONTRIBUTING.md", "CHANGELOG.md"):
        text = OF_THE_HOUSE.sub(r"\1", (ROOT / name).read_text(encoding="utf-8").replace("](docs/", "]("))
        (pages / name).write_text(text, encoding="utf-8")
    shutil.copy(Path(__file__).parent / "conf.py", pages)
    for path in sorted(pages.rglob("*.md")):
        path.write_text(of_the_site(path), encoding="utf-8")
    (pages / "reference.rst").write_text(reference_page(), encoding="utf-8")
    (pages / "index.md").write_text(index_page(pages), encoding="utf-8")


def of_the_site(path: Path) -> str:
    """Return the text of a page with its links as they are to be in the site."""
    text = path.read_text(encoding="utf-8")
    for old, new in WITHIN:
        text = text.replace(old, new)
    text = INTO_CODE.sub(r"\1", text)
    return re.sub(r"\[([^\]\[]*)\]\(([^)#:]+)(#[^)]*)?\)", lambda found: _kept(found, path.parent), text)


def _kept(found: re.Match[str], folder: Path) -> str:
    """Return a link as it is; one to a folder, or to what is left out, as its text."""
    target = folder / found[2]
    if target.is_dir() and (target / "README.md").exists():
        return f"[{found[1]}]({found[2].rstrip('/')}/README.md)"
    gone = target.is_dir() or ("knowledge" in target.parts and not target.exists())
    return found[1] if gone else found[0]


if __name__ == "__main__":
    main()
