"""Builds many repositories with plain MkDocs, each in a process of its own: a job a line in, `done` a line out.

A job is `{"folder": …, "arguments": […], "environment": {…}}`. Every process starts as if it were run as `python -m mkdocs` in the
folder; what MkDocs needs is imported once, MkDocs itself each time, because it looks for plugins and themes while it is
imported. Only for tests that show what plain MkDocs does.
"""

import json
import os
import signal
import sys

import click, jinja2, markdown, pathspec, yaml  # noqa: E401, F401
import markdown.extensions.tables, markdown.extensions.toc, urllib.request  # noqa: E401, F401
import pymdownx.emoji, pymdownx.snippets, pymdownx.superfences  # noqa: E401, F401

MOST_SECONDS = 60


def build(job):
    """In the forked process. Never returns."""
    signal.alarm(MOST_SECONDS)
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    try:
        os.chdir(job["folder"])
        os.environ.update(job["environment"])
        sys.path.insert(0, job["folder"])
        sys.path_importer_cache.clear()
        import mkdocs.__main__

        mkdocs.__main__.cli(["build", "-q", *job["arguments"]])
    finally:
        os._exit(0)


for line in sys.stdin:
    child = os.fork()
    if child == 0:
        build(json.loads(line))
    os.waitpid(child, 0)
    print("done", flush=True)
