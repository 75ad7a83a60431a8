"""Renders Markdown files as two sites, with the libraries as they are or with `speed.py`, and prints the messages as JSON.

Arguments: the worker's folder, an empty folder, `plain` or `swift`, then Markdown files.
"""

import json
import os
import sys

worker, folder, mode, *files = sys.argv[1:]
sys.path.insert(0, worker)
import speed  # noqa: E402 - of the worker's folder

if mode == "plain":
    speed.speed_up = lambda: None
import rendering  # noqa: E402 - with or without

for name in ("docs", "theme"):
    os.makedirs(os.path.join(folder, mode, name))
said = []
# Two sites, so that what one leaves behind would show in the other.
for name, extensions in (("a", {}), ("b", {"toc": {"permalink": False}})):
    job = {
        "site": {"name": name, "nav": None, "excludeDocs": None, "notInNav": None, "extensions": extensions},
        "files": [{"uri": f"p{index}.md", "file": file} for index, file in enumerate(files)],
        "snippets": {"files": {}, "bases": [""]},
        "render": [f"p{index}.md" for index in range(len(files))],
        "limits": {"pageSeconds": 60},
    }
    rendering.render(job, os.path.join(folder, mode), said.append)
print(json.dumps([message for message in said if message["type"] in ("page", "failed")]))
