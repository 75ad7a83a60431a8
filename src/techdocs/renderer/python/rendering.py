"""One docs site through MkDocs' own machinery: files, navigation, pages. No theme, no plugins, nothing written."""

import io
import logging
import os
import signal
import time
import warnings

import mkdocs.config
import mkdocs.plugins
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import get_navigation

import markdown_setup
import speed

# Loaded before the fork, so that no job pays for them.
import markdown.extensions.abbr, markdown.extensions.admonition, markdown.extensions.attr_list  # noqa: E401, F401
import markdown.extensions.def_list, markdown.extensions.footnotes, markdown.extensions.md_in_html  # noqa: E401, F401
import markdown.extensions.meta, markdown.extensions.tables, markdown.extensions.toc  # noqa: E401, F401
import pygments.formatters.html, pygments.lexers, pymdownx.betterem, pymdownx.caret  # noqa: E401, F401
import pymdownx.critic, pymdownx.details, pymdownx.highlight, pymdownx.inlinehilite  # noqa: E401, F401
import pymdownx.magiclink, pymdownx.mark, pymdownx.quotes, pymdownx.smartsymbols  # noqa: E401, F401
import pymdownx.tabbed, pymdownx.tasklist, pymdownx.tilde  # noqa: E401, F401

speed.speed_up()
logging.getLogger("mkdocs").addHandler(logging.NullHandler())
logging.getLogger("mkdocs").propagate = False
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

LONGEST_SOURCE = 2 * 1024 * 1024
LONGEST_PAGE = 6 * 1024 * 1024


class PageTimeout(BaseException):
    """Raised in a page that takes too long; not an Exception, so that nothing on the way swallows it."""


def _on_timer(*_):
    raise PageTimeout()


def load_config(site, folder, snippets):
    """MkDocs' configuration from our own values only. There is no configuration file."""
    configs, snippet_extension = markdown_setup.extensions(site["extensions"], snippets)
    config = mkdocs.config.load_config(
        config_file=io.BytesIO(b"{}"),
        config_file_path=os.path.join(folder, "mkdocs.yml"),
        site_name=site["name"],
        docs_dir=os.path.join(folder, "docs"),
        site_dir=os.path.join(folder, "site"),
        theme={"name": None, "custom_dir": os.path.join(folder, "theme")},
        plugins=[],
        hooks=[],
        nav=site["nav"],
        exclude_docs=site["excludeDocs"],
        not_in_nav=site["notInNav"],
        draft_docs=site.get("draftDocs"),
        validation={"links": {"absolute_links": "relative_to_docs"}},
    )
    # Set after validation, which would drop functions and instances.
    config["markdown_extensions"] = [*configs, snippet_extension]
    config["mdx_configs"] = configs
    # File.generated asks who made a file.
    config.plugins._current_plugin = "callboard"
    return config


def make_files(job, config):
    """The site's files as MkDocs knows them, each read from where the job says."""
    files = []
    for entry in job["files"]:
        source = {"content": entry["text"]} if "text" in entry else {"abs_src_path": entry["file"]}
        files.append(File.generated(config, entry["uri"], **source))
    set_exclusions(files, config)
    return files


def describe(item):
    """One entry of the navigation as JSON."""
    if item.is_page:
        own_title = item.__dict__.get("title") or getattr(item, "_title", None)
        return {"title": own_title, "uri": item.file.src_uri}
    if item.is_section:
        return {"title": item.title, "children": [describe(child) for child in item.children]}
    return {"title": item.title, "url": item.url}


def render_page(file, config, files, limits):
    """Renders one page within its own time. Returns a message."""
    message = try_page(file, config, files, limits)
    if message["type"] == "failed":
        speed.SHARED.forget()
    return message


def try_page(file, config, files, limits):
    """The page's message, or why there is none; leaves the shared Markdown instance as it is."""
    uri = file.src_uri
    failed = {"type": "failed", "uri": uri}
    markdown_setup.RepositorySnippets.missing = missing = []
    try:
        signal.signal(signal.SIGPROF, _on_timer)
        signal.setitimer(signal.ITIMER_PROF, limits["pageSeconds"], 1)
        try:
            if file.abs_src_path and os.path.getsize(file.abs_src_path) > LONGEST_SOURCE:
                return {**failed, "reason": "too-large", "detail": "the Markdown is larger than 2 MiB"}
            file.page.read_source(config)
            file.page.render(config, files)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except PageTimeout:
        return {**failed, "reason": "too-slow", "detail": f"it took more than {limits['pageSeconds']} seconds"}
    except UnicodeDecodeError as error:
        return {**failed, "reason": "not-utf8", "detail": f"byte {error.start} is not UTF-8"}
    except RecursionError:
        return {**failed, "reason": "failed", "detail": "it nests too deep"}
    except MemoryError:
        return {**failed, "reason": "failed", "detail": "it needs too much memory"}
    except Exception as error:  # noqa: BLE001 - whatever an extension throws costs its page only
        return {**failed, "reason": "failed", "detail": f"{type(error).__name__}: {error}"[:300]}
    page = file.page
    if len(page.content) > LONGEST_PAGE:
        return {**failed, "reason": "too-large", "detail": "its HTML is larger than 6 MiB"}
    message = {"type": "page", "uri": uri, "html": page.content, "title": str(page.title), "missing": missing}
    page.content = page.markdown = None
    return message


def render(job, folder, send):
    """Renders the pages that the job asks for, reporting each as soon as it is there, until its turn is over."""
    until = time.process_time() + job["limits"].get("turnSeconds", float("inf"))
    config = load_config(job["site"], folder, job["snippets"])
    everything = make_files(job, config)
    # Drafts are for their authors alone.
    excluded = [file.src_uri for file in everything if not file.inclusion.is_included()]
    # Links to excluded files stay as their authors wrote them.
    files = Files([file for file in everything if file.inclusion.is_included()])
    nav = get_navigation(files, config)
    send({"type": "nav", "nav": [describe(item) for item in nav.items], "excluded": excluded})
    by_uri = {file.src_uri: file for file in files}
    for uri in job["render"]:
        file = by_uri.get(uri)
        if file is None or file.page is None:
            continue
        send({"type": "start", "uri": uri})
        send(render_page(file, config, files, job["limits"]))
        if time.process_time() > until:
            send({"type": "paused"})
            return


# One of everything, in the languages that docs are full of.
SAMPLE = """# A

!!! note
    B ==c== :smile: <b>d</b>[^1] https://example.org/

=== "E"
    - [x] f

| g |
|---|
| `#!python 1` |

[^1]: h
""" + "".join(
    f"\n```{language}\na: 1\n```\n"
    for language in ("bash", "yaml", "json", "python", "typescript", "tsx", "java", "go", "sql", "html", "mermaid", "text")
)


def warm_up(folder):
    """Renders a sample, so that whatever is loaded or compiled on first use is there before any fork."""
    site = {"name": "x", "nav": None, "excludeDocs": None, "notInNav": None, "extensions": {}}
    job = {
        "site": site,
        "files": [{"uri": "index.md", "text": SAMPLE}],
        "snippets": {"files": {}, "bases": [""]},
        "render": ["index.md"],
        "limits": {"pageSeconds": 60},
    }
    render(job, folder, lambda message: None)
