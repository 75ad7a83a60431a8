"""The same HTML from less work: what the libraries make anew for every page or block of code is kept while it stays the same.

Each part leaves a library alone that does not look as expected. Held against the libraries' own way by a test.
"""

import types

import markdown
import markdown.treeprocessors
import mkdocs.structure.pages
import pygments.formatters.html
import pygments.lexers
import pymdownx.highlight
from markdown.inlinepatterns import InlineProcessor as InlinePattern
from markdown.util import AtomicString

Inline = markdown.treeprocessors.InlineProcessor


class SharedMarkdown:
    """One Markdown instance for the pages of a site, in place of one for each page.

    `reset` is Python-Markdown's own way of starting another document; what MkDocs registers for a page replaces what it
    registered for the page before. After an error the instance is not used again: it may have stopped half-way.
    """

    def __init__(self):
        self.instance = None
        self.made_of = None

    def __call__(self, extensions, extension_configs):
        made_of = (id(extensions), id(extension_configs))
        if self.instance is None or self.made_of != made_of:
            self.instance = markdown.Markdown(extensions=extensions, extension_configs=extension_configs)
            self.made_of = made_of
        return self.instance.reset()

    def forget(self):
        """Starts the next page with a new instance."""
        self.instance = None


SHARED = SharedMarkdown()


def share_markdown():
    """Lets MkDocs' pages use the shared instance."""
    names = {name: getattr(markdown, name) for name in dir(markdown) if not name.startswith("_")}
    mkdocs.structure.pages.markdown = types.SimpleNamespace(**{**names, "Markdown": SHARED})


def search_before_applying():
    """Most inline patterns are not in most lines: a search says so before anything is prepared for a match."""
    apply = getattr(Inline, "_InlineProcessor__applyPattern", None)
    if apply is None or not hasattr(Inline, "_InlineProcessor__handleInline"):
        return

    def handle_inline(self, data, pattern_index=0):
        if isinstance(data, AtomicString):
            return data
        patterns, plain = patterns_of(self)
        if data in plain:
            return data
        is_plain, start, count = pattern_index == 0, 0, len(patterns)
        while pattern_index < count:
            pattern, search = patterns[pattern_index]
            if search is not None and search(data, start) is None:
                pattern_index, start = pattern_index + 1, 0
                continue
            is_plain = False
            data, matched, start = apply(self, pattern, data, pattern_index, start)
            if not matched:
                pattern_index += 1
        # Line ends between blocks, words in tables: the same short texts come again and again.
        if is_plain and len(data) < 40 and len(plain) < 10_000:
            plain.add(data)
        return data

    def patterns_of(self):
        known = getattr(self, "_callboard_patterns", None)
        if known is None or known[0] is not self.inlinePatterns or len(known[1]) != len(self.inlinePatterns):
            patterns = [(pattern, search_of(pattern)) for pattern in self.inlinePatterns]
            known = self._callboard_patterns = (self.inlinePatterns, patterns, set())
        return known[1:]

    Inline._InlineProcessor__handleInline = handle_inline


def search_of(pattern):
    """How a pattern is looked for; None for one of the older kind, which matches a whole line."""
    return pattern.getCompiledRegExp().search if isinstance(pattern, InlinePattern) else None


def remember_highlighting():
    """Highlighting asks for the style's table and the language's lexer once for every block of code; both stay the same."""
    formatter = pygments.formatters.html.HtmlFormatter
    create, tables = formatter._create_stylesheet, {}

    def create_stylesheet(self):
        key = (self.style, self.classprefix)
        if key not in tables:
            create(self)
            tables[key] = (self.ttype2class, self.class2style)
        self.ttype2class, self.class2style = tables[key]

    by_name, classes = pygments.lexers.get_lexer_by_name, {}

    def get_lexer_by_name(alias, **options):
        if alias not in classes:
            try:
                classes[alias] = type(by_name(alias))
            except pygments.util.ClassNotFound as error:
                classes[alias] = error
        known = classes[alias]
        if isinstance(known, Exception):
            raise known
        return known(**options)

    formatter._create_stylesheet = create_stylesheet
    pymdownx.highlight.get_lexer_by_name = get_lexer_by_name
    # Other packages' languages would be looked for on the disk once for every unknown name.
    pygments.lexers.find_plugin_lexers = tuple


def speed_up():
    """Does all of it, for this process."""
    share_markdown()
    search_before_applying()
    remember_highlighting()
