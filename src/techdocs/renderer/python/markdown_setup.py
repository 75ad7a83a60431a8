"""Markdown as TechDocs readers know it: what `mkdocs-techdocs-core` switches on, with nothing that reaches outside."""

import os
import posixpath
from xml.etree.ElementTree import Element

import pymdownx.arithmatex
import pymdownx.emoji
import pymdownx.slugs
import pymdownx.snippets
import pymdownx.superfences
from markdown.extensions.toc import slugify as plain_slugify
from markdown.extensions.toc import slugify_unicode as unicode_slugify

import diagram_blocks

try:
    import mdx_truly_sane_lists  # noqa: F401

    LISTS = ["mdx_truly_sane_lists"]
except ImportError:
    LISTS = ["sane_lists"]
try:
    import material

    ICONS = os.path.join(os.path.dirname(material.__file__), "templates", ".icons")
except ImportError:
    ICONS = None

ICON_SETS = {
    "material": "material",
    "octicons": "octicons",
    "simple": "simple",
    "fontawesome-brands": "fontawesome/brands",
    "fontawesome-regular": "fontawesome/regular",
    "fontawesome-solid": "fontawesome/solid",
}


class IconIndex(dict):
    """Emoji by name, and icons looked up in Material's folder when first asked for."""

    def get(self, name, default=None):
        found = super().get(name)
        if found is not None or ICONS is None:
            return found or default
        for prefix, folder in ICON_SETS.items():
            if name.startswith(f":{prefix}-"):
                path = os.path.join(ICONS, folder, name[len(prefix) + 2:-1] + ".svg")
                if os.path.isfile(path):
                    self[name] = {"name": name, "path": path}
                    return self[name]
        return default


def emoji_index(_options, _md):
    """Index for pymdownx.emoji."""
    return EMOJI


def to_character_or_icon(_index, shortname, _alias, uc, alt, title, _category, _options, md):
    """An emoji as its character, an icon as inline SVG: no picture from any other host."""
    if uc:
        element = Element("span", {"class": "emoji", "title": title or shortname})
        element.text = alt
        return element
    element = Element("span", {"class": "twemoji", "title": shortname})
    with open(EMOJI["emoji"].get(shortname)["path"], encoding="utf-8") as file:
        element.text = md.htmlStash.store(file.read())
    return element


_BASE = pymdownx.emoji.twemoji({}, None)
EMOJI = {"name": "twemoji", "emoji": IconIndex(_BASE["emoji"]), "aliases": _BASE["aliases"]}


class RepositorySnippets(pymdownx.snippets.SnippetPreprocessor):
    """Snippets from the kept files of the repository and from nowhere else."""

    files = {}
    bases = [""]
    missing = []

    def get_snippet_path(self, path):
        for base in self.bases:
            wanted = posixpath.normpath(posixpath.join(base, path))
            if wanted in self.files:
                return self.files[wanted]
        self.missing.append(path)
        return None


class SnippetExtension(pymdownx.snippets.SnippetExtension):
    """pymdownx.snippets with the guarded reader."""

    def extendMarkdown(self, md):
        self.md = md
        md.registerExtension(self)
        md.preprocessors.register(RepositorySnippets(self.getConfigs(), md), "snippet", 32)
        diagram_blocks.DiagramExtension().extendMarkdown(md)


SLUGIFIERS = {
    "plain": plain_slugify,
    "unicode": unicode_slugify,
    **{f"pymdownx-{case}": pymdownx.slugs.slugify(case=case) for case in ("none", "lower", "lower-ascii", "fold")},
}

MERMAID = {"name": "mermaid", "class": "mermaid", "format": pymdownx.superfences.fence_code_format}
DIAGRAMS = diagram_blocks.diagram_fences(pymdownx.superfences.fence_code_format)
INLINE_MATHS = {
    "name": "math",
    "class": "arithmatex",
    "format": pymdownx.arithmatex.arithmatex_inline_format(which="generic"),
}


def base_extensions():
    """Extensions that are always on, with their options."""
    return {
        "admonition": {},
        "pymdownx.details": {},
        "pymdownx.quotes": {"callouts": True},
        "pymdownx.tabbed": {"alternate_style": True},
        "pymdownx.caret": {},
        "pymdownx.critic": {},
        "pymdownx.emoji": {"emoji_index": emoji_index, "emoji_generator": to_character_or_icon},
        "pymdownx.inlinehilite": {"custom_inline": [INLINE_MATHS]},
        "pymdownx.magiclink": {},
        "pymdownx.mark": {},
        "pymdownx.smartsymbols": {},
        "pymdownx.highlight": {"linenums": True, "linenums_style": "pymdownx-inline", "pygments_lang_class": True},
        "pymdownx.betterem": {"smart_enable": "all"},
        "pymdownx.superfences": {"custom_fences": [MERMAID, *DIAGRAMS]},
        "footnotes": {},
        "attr_list": {},
        "def_list": {},
        # As an attribute, because styles do not survive the sanitiser.
        "tables": {"use_align_attribute": True},
        "abbr": {},
        "md_in_html": {},
        "pymdownx.tasklist": {"custom_checkbox": True},
        "pymdownx.tilde": {},
        "toc": {"permalink": True},
        **{name: {} for name in LISTS},
    }


def extensions(wanted, snippets):
    """Names or instances for MkDocs, and their options: the base, and what a site adds from Callboard's own table."""
    configs = base_extensions()
    for name, options in wanted.items():
        configs.setdefault(name, {}).update(options)
    if "pymdownx.arithmatex" in configs:
        configs["pymdownx.arithmatex"]["generic"] = True
    for options in configs.values():
        if "slugify" in options:
            options["slugify"] = SLUGIFIERS[options["slugify"]]
    if "pymdownx.blocks.tab" in configs:
        configs["pymdownx.blocks.tab"]["alternate_style"] = True
    RepositorySnippets.files = snippets["files"]
    RepositorySnippets.bases = snippets["bases"]
    guarded = configs.pop("pymdownx.snippets", {})
    return configs, SnippetExtension(**guarded)
