"""The older ways to write a diagram, made into plain fences: those of markdown_inline_graphviz and of plantuml-markdown."""

import html
import re
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

ENGINES = ("dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "patchwork")
FENCE = re.compile(r"^(?P<indent>[ ]*(?:>[ ]?)*[ ]*)(?P<fence>`{3,}|~{3,})[ ]*(?P<info>[^`]*)$")
GRAPH_INFO = re.compile(r"^graphviz[ ]+(?P<engine>\w+)(?:[ ]+\S+)?[ ]*$")
UML_INFO = re.compile(r"^\{?[ ]*\.?(?:plantuml|c4plantuml|puml|uml)(?=[\s}]|$).*$")
GRAPH_BLOCK = re.compile(r"^(?P<indent>[ ]*)\{%[ ]*(?P<engine>\w+)[ ]+\S+[ ]*$")
UML_BLOCK = re.compile(r"^(?P<indent>[ ]*)::uml::(?:[ ].*)?$")
LONG_FENCE = "`" * 12


class DiagramBlocks(Preprocessor):
    """Rewrites line by line, and leaves other fences alone."""

    def run(self, lines):
        out = []
        fence = None
        index = 0
        while index < len(lines):
            line = lines[index]
            index += 1
            opening = FENCE.match(line)
            if fence is not None:
                if opening and not opening["info"] and opening["fence"][0] == fence[0] and len(opening["fence"]) >= len(fence):
                    fence = None
                out.append(line)
            elif opening:
                fence = opening["fence"]
                out.append(opening["indent"] + fence + self.plain_info(opening["info"].strip()))
            else:
                block, end = self.block(line, lines, index)
                out += block
                index = end
        return out

    def plain_info(self, info):
        graph = GRAPH_INFO.match(info)
        if graph and graph["engine"] in ENGINES:
            return f"graphviz-{graph['engine']}"
        return "plantuml" if UML_INFO.match(info) else info

    def block(self, line, lines, index):
        """A whole block as a fence, or the line as it is; and the index of the line after."""
        graph = GRAPH_BLOCK.match(line)
        uml = UML_BLOCK.match(line)
        if graph and graph["engine"] in ENGINES:
            opened, ends = graph, "%}"
        elif uml:
            opened, ends = uml, "::end-uml::"
        else:
            return [line], index
        for end in range(index, len(lines)):
            text = lines[end].rstrip()
            if text.endswith(ends):
                indent = opened["indent"]
                name = f"graphviz-{graph['engine']}" if graph else "plantuml"
                last = text[: -len(ends)]
                inside = [*lines[index:end], *([last] if last.strip() else [])]
                return [f"{indent}{LONG_FENCE}{name}", *inside, f"{indent}{LONG_FENCE}"], end + 1
        return [line], index


class DollarCode(InlineProcessor):
    """$`a^2`$, as GitHub and GitLab write a formula in a sentence."""

    def handleMatch(self, m, data):
        element = Element("span", {"class": "arithmatex"})
        element.text = AtomicString(f"\\({m[1]}\\)")
        return element, m.start(0), m.end(0)


class DiagramExtension(Extension):
    """Everything of this file."""

    def extendMarkdown(self, md):
        # After snippets (32), before fences (25).
        md.preprocessors.register(DiagramBlocks(md), "callboard-diagrams", 28)
        # Before code (190).
        md.inlinePatterns.register(DollarCode(r"\$`([^`\n]+)`\$", md), "callboard-dollar-code", 195)


def maths_fence(source, language, css_class, options, md, **kwargs):
    """A formula as pymdownx.arithmatex writes it, which escapes nothing of a fence."""
    return f'<div class="arithmatex">\\[\n{html.escape(source, quote=False)}\n\\]</div>'


def diagram_fences(fence_code_format):
    """Fences of diagrams and formulas for pymdownx.superfences: their text is kept as it is."""
    names = ["graphviz", "dot", "gv", "plantuml", *(f"graphviz-{engine}" for engine in ENGINES)]
    fences = [{"name": name, "class": name, "format": fence_code_format} for name in names]
    return [*fences, {"name": "math", "class": "arithmatex", "format": maths_fence}]
